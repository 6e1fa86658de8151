import { setWorldConstructor, World } from '@cucumber/cucumber';
import { type RunContext, runOf } from '../../src/engine/run-context.js';
import { ScenarioSession } from '../../src/engine/scenario-session.js';
import { clausesOfTags, levelOfTags } from '../../src/engine/scenario-tags.js';
import type { TestUser } from '../../src/engine/test-user.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import { type ProfileName, profileOf } from '../../src/profiles/built-in.js';
import type { EvaluatedExchange } from '../../src/profiles/login/evaluated-exchange.js';
import type { ScenarioRef } from '../../src/verdict/check.js';
import type { Level } from '../../src/verdict/clause.js';

/** What every scenario shares: its dialogue with the target and the people in it. */
export class AssayWorld extends World<{ readonly runId?: string }> {
  readonly #people = new Map<string, TestUser>();
  #scenarioSession: ScenarioSession | undefined;
  /** What the scenario's own login, or logins, led to. */
  answers: readonly EvaluatedExchange[] = [];
  /** Who made them, where it was one person. */
  user: TestUser | undefined;

  get run(): RunContext {
    return runOf(this.parameters.runId);
  }

  get scenario(): ScenarioSession {
    if (!this.#scenarioSession) throw new Error('the scenario has not begun');
    return this.#scenarioSession;
  }

  get profile(): ProfileName {
    return this.scenario.profile;
  }

  /** The scenario's own clause: the first of its tags. */
  get clause(): string {
    const [clause] = clausesOfTags(this.scenario.ref.tags);
    if (clause === undefined) throw new Error('the scenario has no clause tag');
    return clause;
  }

  get level(): Level {
    return levelOfTags(this.scenario.ref.tags);
  }

  /** The only answer of the scenario. */
  get answer(): EvaluatedExchange {
    const [answer] = this.answers;
    if (!answer) throw new Error('nothing was sent in this scenario');
    return answer;
  }

  begin(scenario: ScenarioRef, profile: ProfileName): void {
    this.#scenarioSession = new ScenarioSession(this.run, scenario, profile);
  }

  /** Lets go of every answer: cucumber may keep the World of a scenario for long. */
  end(): void {
    this.#scenarioSession?.dropAnswers();
    this.answers = [];
  }

  /** Gives a name of the feature to somebody of the fixtures. */
  introduce(name: string, testUser: TestUser): void {
    this.#people.set(name, testUser);
  }

  /** Everybody who can log in, those already introduced left out, beginning with the one whose turn it is. */
  strangers(): readonly TestUser[] {
    const known = [...this.#people.values()].map(({ fixture }) => fixture);
    const all = this.run.users.usable(this.profile, this.scenario.ref.location);
    return all.filter(({ fixture }) => !known.includes(fixture));
  }

  person(name: string): TestUser {
    const testUser = this.#people.get(name);
    if (!testUser) throw new Error(`nobody introduced ${name}`);
    return testUser;
  }

  /** The clause of this profile among those that a step speaks of; it must be one of the scenario's own. */
  clauseHere(...ids: readonly string[]): string {
    const family = profileOf(this.profile).family === 'esignon' ? ['ES', 'SS', 'LG'] : ['CK', 'RO'];
    const own = clausesOfTags(this.scenario.ref.tags);
    const id = ids.find((candidate) => family.includes(candidate.slice(0, 2)) && own.includes(candidate));
    if (id === undefined)
      throw new Error(`the step checks ${ids.join(' or ')}, the scenario is tagged ${own.join(', ')}`);
    return id;
  }

  /** Ends the scenario as not checked. */
  notChecked(reason: string): never {
    throw new NotChecked('fixture', reason);
  }
}

setWorldConstructor(AssayWorld);

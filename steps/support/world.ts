import { setWorldConstructor, World } from '@cucumber/cucumber';
import { type RunContext, runOf, servedProfile } from '../../src/engine/run-context.js';
import { ScenarioSession } from '../../src/engine/scenario-session.js';
import { clausesOfTags, levelOfTags } from '../../src/engine/scenario-tags.js';
import type { OpenProfile } from '../../src/engine/test-users.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import type { EvaluatedExchange, TestUser } from '../../src/profiles/profile.js';
import type { ScenarioRef } from '../../src/verdict/check.js';
import type { Level } from '../../src/verdict/clause.js';

/** What every scenario shares: its session with the target and the people in it. */
export class AssayWorld extends World<{ readonly runId?: string; readonly profile?: string }> {
  readonly #people = new Map<string, TestUser>();
  #scenario: ScenarioSession | undefined;
  /** The answers to the scenario's own logins. */
  answers: readonly EvaluatedExchange[] = [];
  /** Who made them, where it was one person. */
  user: TestUser | undefined;

  get run(): RunContext {
    return runOf(this.parameters.runId);
  }

  /** The profile that the scenario is run for. */
  get profile(): OpenProfile {
    return servedProfile(this.run, this.parameters.profile);
  }

  get scenario(): ScenarioSession {
    if (!this.#scenario) throw new Error('the scenario has not begun');
    return this.#scenario;
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

  /** @throws {Error} when the scenario is tagged with what is not a clause of its profile, which no verdict would show */
  begin(scenario: ScenarioRef): void {
    this.#scenario = new ScenarioSession(this.run, scenario, this.profile);
    const { name, clauses } = this.profile.profile;
    const known = clauses.filter(({ level }) => level === this.level).map(({ id }) => id);
    const unknown = clausesOfTags(scenario.tags).find((clause) => !known.includes(clause));
    if (unknown !== undefined) throw new Error(`${unknown} is not a ${this.level} clause of ${name}`);
  }

  /** Drops every answer: cucumber may keep the World of a scenario for long. */
  end(): void {
    this.#scenario?.dropAnswers();
    this.answers = [];
  }

  /** Assigns a person of the feature to an account of the fixtures. */
  introduce(name: string, user: TestUser): void {
    this.#people.set(name, user);
  }

  /** Every account that can log in but those already introduced, beginning with the one whose turn it is. */
  strangers(): readonly TestUser[] {
    const known = [...this.#people.values()].map(({ fixture }) => fixture);
    const all = this.run.users.usable(this.profile, this.scenario.ref.location);
    return all.filter(({ fixture }) => !known.includes(fixture));
  }

  person(name: string): TestUser {
    const user = this.#people.get(name);
    if (!user) throw new Error(`nobody introduced ${name}`);
    return user;
  }

  /** The clause that decides a statement on an answer in this profile; it must be one of the scenario's own. */
  clauseOfStatement(statement: string): string {
    const own = clausesOfTags(this.scenario.ref.tags);
    const meant = this.profile.profile.statements.filter(([words]) => words === statement);
    const [, clause] = meant.find(([, each]) => own.includes(each)) ?? [];
    if (clause === undefined)
      throw new Error(
        `the statement "${statement}" is decided by ${meant.map(([, each]) => each).join(' or ') || 'no clause'}, the scenario is tagged ${own.join(', ')}`,
      );
    return clause;
  }

  /** Ends the scenario as not checked. */
  notChecked(reason: string): never {
    throw new NotChecked('fixture', reason);
  }
}

setWorldConstructor(AssayWorld);

import { setWorldConstructor, World } from '@cucumber/cucumber';
import type { Level } from '../../src/contract/clause.js';
import { type ProfileName, profileOf } from '../../src/contract/profile.js';
import type { Caller } from '../../src/run/caller.js';
import { Dialogue } from '../../src/run/dialogue.js';
import { NotChecked } from '../../src/run/not-checked.js';
import { type RunContext, runOf } from '../../src/run/run-context.js';
import { clausesOfTags, levelOfTags } from '../../src/run/scenario-tags.js';
import type { ScenarioRef } from '../../src/verify/finding.js';
import type { Judged } from '../../src/verify/judged.js';

/** What every scenario shares: its dialogue with the target and the people in it. */
export class AssayWorld extends World<{ readonly runId?: string }> {
  readonly #people = new Map<string, Caller>();
  #dialogue: Dialogue | undefined;
  /** What the scenario's own login, or logins, led to. */
  answers: readonly Judged[] = [];
  /** Who made them, where it was one person. */
  speaker: Caller | undefined;

  get run(): RunContext {
    return runOf(this.parameters.runId);
  }

  get dialogue(): Dialogue {
    if (!this.#dialogue) throw new Error('the scenario has not begun');
    return this.#dialogue;
  }

  get profile(): ProfileName {
    return this.dialogue.profile;
  }

  /** The scenario's own clause: the first of its tags. */
  get clause(): string {
    const [clause] = clausesOfTags(this.dialogue.scenario.tags);
    if (clause === undefined) throw new Error('the scenario has no clause tag');
    return clause;
  }

  get level(): Level {
    return levelOfTags(this.dialogue.scenario.tags);
  }

  /** The only answer of the scenario. */
  get answer(): Judged {
    const [answer] = this.answers;
    if (!answer) throw new Error('nothing was sent in this scenario');
    return answer;
  }

  begin(scenario: ScenarioRef, profile: ProfileName): void {
    this.#dialogue = new Dialogue(this.run, scenario, profile);
  }

  /** Lets go of every answer: cucumber may keep the World of a scenario for long. */
  end(): void {
    this.#dialogue?.forget();
    this.answers = [];
  }

  /** Gives a name of the feature to somebody of the fixtures. */
  introduce(name: string, caller: Caller): void {
    this.#people.set(name, caller);
  }

  /** Everybody who can log in, those already introduced left out, beginning with the one whose turn it is. */
  strangers(): readonly Caller[] {
    const known = [...this.#people.values()].map(({ fixture }) => fixture);
    const all = this.run.callers.usable(this.profile, this.dialogue.scenario.location);
    return all.filter(({ fixture }) => !known.includes(fixture));
  }

  person(name: string): Caller {
    const caller = this.#people.get(name);
    if (!caller) throw new Error(`nobody introduced ${name}`);
    return caller;
  }

  /** The clause of this profile among those that a step speaks of; it must be one of the scenario's own. */
  clauseHere(...ids: readonly string[]): string {
    const family = profileOf(this.profile).family === 'esignon' ? ['ES', 'SS', 'LG'] : ['CK', 'RO'];
    const own = clausesOfTags(this.dialogue.scenario.tags);
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

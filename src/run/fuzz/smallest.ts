import type { Generation, Shrunken } from '../../arbitraries/generation.js';
import type { Recipe } from '../../arbitraries/recipe.js';
import { NotChecked } from '../not-checked.js';

import { examine, type Flaw, isSameFlaw } from './examination.js';
import type { Finding } from './finding-text.js';
import type { Property } from './property.js';
import type { FuzzSender, Outcome } from './sender.js';
import type { Utterance } from './speaker.js';
import type { Failure } from './waves.js';

/** What the search for a smaller case needs. */
export interface Search {
  readonly recipes: Generation<Recipe>;
  readonly property: Property;
  readonly sender: FuzzSender;
  /** Of the failure's request. */
  readonly key: string;
  readonly utter: (recipe: Recipe, key: string, origin: string) => Utterance;
}

/** Cases tried at most on the way to the smallest. */
const MOST_TRIES = 100;
const LONGEST_MS = 20_000;

/**
 * Looks for the smallest request that breaks the same clause, and judges that one afresh.
 * @returns `null` for a login that was refused once and is accepted when it is sent again
 * @throws {NotChecked} as the sender
 */
export async function smallest(failure: Failure, flaw: Flaw, search: Search): Promise<Finding | null> {
  const { property, sender, recipes } = search;
  const until = Date.now() + LONGEST_MS;
  const tried = new Map<string, Flaw | null>();
  let tries = 0;
  let stopped: unknown;

  const attempt = async (
    recipe: Recipe,
    origin: string,
  ): Promise<{ flaw: Flaw | undefined; outcome: Outcome }> => {
    tries += 1;
    const utterance = search.utter(recipe, `${search.key}-${tries}`, origin);
    const outcome = await sender.send(failure.speaker, utterance);
    const { flaws } = examine(outcome.judged, outcome.expectation, property, utterance.words);
    return { outcome, flaw: flaws.find((one) => isSameFlaw(one, flaw, property)) };
  };
  const fails = async (recipe: Recipe): Promise<boolean> => {
    if (stopped !== undefined || Date.now() > until) return false;
    const content = search.utter(recipe, search.key, '').content();
    const known = content === null ? undefined : tried.get(content);
    if (known !== undefined) return known !== null;
    try {
      const found = await attempt(recipe, `a smaller case of ${search.key}`);
      if (content !== null) tried.set(content, found.flaw ?? null);
      return found.flaw !== undefined;
    } catch (error) {
      stopped = error;
      return false;
    }
  };

  const small = await recipes.shrink(failure.index, fails, MOST_TRIES);
  if (stopped !== undefined && !(stopped instanceof NotChecked)) throw stopped;
  const isRefusal = property.kind === 'equivalent logins' && !failure.outcome.judged.isAccepted;
  if (small === null || stopped !== undefined) {
    // Not seen again: what was seen counts all the same, but for a refusal that earlier logins may have caused.
    return isRefusal && stopped === undefined ? null : finding(failure.outcome, flaw, null);
  }
  if (isRefusal && !(await sender.restore(failure.speaker))) {
    throw new NotChecked('precondition', 'the plain login is not accepted any more');
  }
  const afresh = await attempt(small.value, `${search.key}, smallest of ${tries} tries`);
  if (afresh.flaw) return finding(afresh.outcome, afresh.flaw, small);
  return isRefusal ? null : finding(failure.outcome, flaw, null);

  function finding(outcome: Outcome, found: Flaw, shrunken: Shrunken<Recipe> | null): Finding {
    return { flaw: found, outcome, index: failure.index, tries, shrunken, times: 1 };
  }
}

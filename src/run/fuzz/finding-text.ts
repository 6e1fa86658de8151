import type { Shrunken } from '../../arbitraries/generation.js';
import type { Recipe } from '../../arbitraries/recipe.js';
import type { RunContext } from '../run-context.js';
import type { Flaw } from './examination.js';
import { phraseOf } from './label.js';
import type { Property } from './property.js';
import type { Outcome } from './sender.js';

/** What a property found, by its smallest case. */
export interface Finding {
  readonly flaw: Flaw;
  readonly outcome: Outcome;
  /** Number of the generated request that showed it first. */
  readonly index: number;
  /** Requests sent on the way to the smallest. */
  readonly tries: number;
  /** `null`: it did not happen again. */
  readonly shrunken: Shrunken<Recipe> | null;
  /** How many generated requests showed it. */
  times: number;
}

/** A finding for people, every secret masked: what was done, the exact request, the answer, seed and path. */
export function findingText(found: Finding, run: RunContext, property: Property): string {
  const { flaw, outcome, index, shrunken, tries } = found;
  const { request, answer, curl } = run.describe(outcome.judged.exchange);
  const { seed } = run.config;
  const lines = [
    `${flaw.check.clause} ${flaw.check.level} by «${property.name}»: ${run.mask(phraseOf(outcome.utterance.words))}`,
    `expected: ${run.mask(flaw.check.expected ?? '')}`,
    `actual:   ${run.mask(flaw.check.actual ?? '')}`,
    `seed ${seed}, generated request ${index + 1}${
      shrunken
        ? `, the smallest of ${tries} (fast-check seed ${shrunken.seed}, path ${shrunken.path})`
        : '; it did not happen again'
    }`,
    `request:  ${request}`,
    `answer:   ${answer}`,
    curl,
  ];
  return lines.join('\n');
}

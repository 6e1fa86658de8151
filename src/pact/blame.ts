import { type ProfileName, profileOf } from '../profiles/built-in.js';
import type { EvaluatedExchange } from '../profiles/login/evaluated-exchange.js';
import type { Check } from '../verdict/check.js';
import type { Level } from '../verdict/clause.js';
import type { Mismatch } from './mismatch.js';

/** What was asked of an answer, and what our own reading of it says. */
export interface Interpretation {
  readonly profile: ProfileName;
  /** The interaction's own clause. */
  readonly own: string;
  /** The clause on the outcome itself: that it is a success, or this refusal. */
  readonly ofOutcome: string;
  /** The contract wants a success. */
  readonly wantsSuccess: boolean;
  /** MUST clauses that our own checks of the same answer found violated. */
  readonly violated: readonly string[];
}

/** Members of an answer and the clauses that speak of them; the first that fits is taken. */
const ON_SUCCESS: readonly (readonly [path: RegExp, clause: string])[] = [
  [/^\$\.body\.access_token\b/, 'ES-04'],
  [/^\$\.body\.comp_id\b/, 'ES-05'],
  [/^\$\.body\.memb_email\b/, 'ES-06'],
  [/^\$\.body\.device_id\b/, 'ES-07'],
  [/^\$\.body\.expire_date\b/, 'ES-08'],
  [/^\$\.header\.response_code\b/, 'ES-03'],
  [/^\$\.(?:header|body)\b/, 'ES-02'],
  [/^\$\.token\.token\b/, 'CK-05'],
  [/^\$\.token\.expireDate\b/, 'CK-06'],
  [/^\$\.token\b/, 'CK-05'],
  [/^\$\.ckTid\b/, 'CK-02'],
  [/^\$\.ckMessage\b/, 'CK-04'],
  [/^\$\.user\b/, 'CK-07'],
];

/** The same of a refusal: all one clause. */
const ON_REFUSAL: readonly (readonly [path: RegExp, clause: string])[] = [
  [/^\$\.(?:header|body)\b/, 'ES-16'],
  [/^\$\.ck/, 'CK-18'],
];

/** The codes by which a success is told from a refusal, and one refusal from another. */
const CODE = /^\$\.(?:header\.result_code|ckError)$/;

/**
 * The clause that a mismatch is about. Where our own checks of the same answer found violations, it is one of
 * theirs: one defect is not to be blamed on two clauses because two tools saw it.
 */
export function blamedClause({ path }: Mismatch, interpretation: Interpretation): string {
  const { own, ofOutcome, violated } = interpretation;
  const meant = clauseOf(path, interpretation);
  if (violated.length === 0 || violated.includes(meant)) return meant;
  return [own, ofOutcome].find((clause) => violated.includes(clause)) ?? violated[0] ?? meant;
}

function clauseOf(path: string, { profile, own, ofOutcome, wantsSuccess }: Interpretation): string {
  const { family } = profileOf(profile);
  if (path === 'status' || path === 'answer') {
    if (family === 'ckstack') return wantsSuccess ? 'CK-01' : 'CK-23';
    return wantsSuccess ? 'ES-01' : 'ES-17';
  }
  if (path === 'body' || path.startsWith('header ')) return family === 'ckstack' ? 'CK-31' : 'ES-18';
  if (CODE.test(path)) return ofOutcome;
  const table = wantsSuccess ? ON_SUCCESS : ON_REFUSAL;
  return table.find(([pattern]) => pattern.test(path))?.[1] ?? own;
}

/** Each mismatch as a violated check of its clause; of several about one clause the first. */
export function blame(
  mismatches: readonly Mismatch[],
  interpretation: Interpretation,
  level: Level = 'MUST',
): readonly Check[] {
  const checks = new Map<string, Check>();
  for (const mismatch of mismatches) {
    const clause = blamedClause(mismatch, interpretation);
    if (checks.has(clause)) continue;
    const { path, expected, actual, description } = mismatch;
    checks.set(clause, {
      clause,
      level,
      held: false,
      expected: `the client's contract: ${path} ${expected}`,
      actual: `${path} ${actual}${description === '' ? '' : ` (${description})`}`,
    });
  }
  return [...checks.values()];
}

/** The MUST clauses that checks of an answer found violated. */
export function violatedBy(
  evaluated: readonly EvaluatedExchange[],
  own: readonly Check[],
): readonly string[] {
  const checks = [...evaluated.flatMap((each) => each.universalChecks()), ...own];
  return checks.filter(({ held, level }) => !held && level === 'MUST').map(({ clause }) => clause);
}

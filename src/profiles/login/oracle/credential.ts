import type { Fault } from '../refusals.js';
import type { CredentialClass } from './classify-credential.js';
import type { Open } from './expectation.js';
import type { JsonTree } from './json-tree.js';

/** What is wrong with one credential, and what of it the contract leaves open. */
export interface CredentialFinding {
  readonly fault: Fault | null;
  readonly open: Open | null;
}

/** What each class leads to, by the credential's own faults. */
export type CredentialRules = Readonly<Record<Exclude<CredentialClass, 'attack'>, CredentialFinding>>;

const RIGHT: CredentialFinding = { fault: null, open: null };
const MISSING: CredentialFinding = { fault: 'credential-missing', open: null };
const MENDED: CredentialFinding = { fault: 'credential-mended', open: null };
const ATTACK: CredentialFinding = { fault: 'attack', open: null };

/** The rules of a credential that is wrong with one fault, and some of whose forms are left open. */
export function credentialRules(wrong: Fault, form: Open): CredentialRules {
  return {
    same: RIGHT,
    form: { fault: null, open: form },
    ordinary: { fault: wrong, open: null },
    odd: { fault: wrong, open: 'odd credentials' },
  };
}

/**
 * Judges a credential by its place in the request.
 * @param tree the value there; `undefined`: there is none
 */
export function judgeCredential(
  tree: JsonTree | undefined,
  classify: (text: string) => CredentialClass,
  rules: CredentialRules,
): CredentialFinding {
  if (tree === undefined) return MISSING;
  // An empty object holds no operator: it is just not a string (ES-14, CK-16).
  if (tree.kind === 'object') return tree.members.size === 0 ? MISSING : ATTACK;
  if (tree.kind === 'array') return tree.items.length === 0 ? MISSING : ATTACK;
  if (typeof tree.value !== 'string') return MISSING;
  if (tree.mended) return MENDED;
  if (tree.value === '') return MISSING;
  const found = classify(tree.value);
  return found === 'attack' ? ATTACK : rules[found];
}

/** The faults of credentials, each once; what they leave open is added to `open`. */
export function faultsIn(findings: readonly CredentialFinding[], open: Set<Open>): readonly Fault[] {
  for (const one of findings) if (one.open !== null) open.add(one.open);
  return [...new Set(findings.flatMap(({ fault }) => fault ?? []))];
}

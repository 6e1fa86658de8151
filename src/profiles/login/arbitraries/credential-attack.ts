import type { Arbitrary } from 'fast-check';
import { type AttackSubstitute, attackValue } from './attack-value.js';
import type { BaseRequest } from './base-request.js';
import { PLAIN_HEADERS } from './header-style.js';
import { pathWords, withValue } from './json-node.js';
import { writeJson } from './json-writer.js';
import type { Mutation } from './mutation.js';
import { nearName, nearSecret } from './near-text.js';
import { pick } from './pick.js';

type Target = 'password' | 'user';

/** Logins whose password or user is an attack (ES-26, CK-26), in a well-formed envelope. */
export const credentialAttack: Arbitrary<Mutation> = pick<Mutation>(
  [4, attackOn('password', attackValue(nearSecret))],
  [1, attackOn('user', attackValue(nearName))],
);

function attackOn(target: Target, value: Arbitrary<AttackSubstitute>): Arbitrary<Mutation> {
  return value.map((substitute) => ({
    stranger: false,
    headers: PLAIN_HEADERS,
    body: (base) => attacked(base, target, substitute),
  }));
}

function attacked(base: BaseRequest, target: Target, { words, make }: AttackSubstitute) {
  const path = target === 'password' ? base.password : base.user;
  const right = target === 'password' ? base.typedPassword : base.userName;
  const sent = target === 'password' ? base.sent : (text: string) => text;
  const node = withValue(base.document, path, () => make(right, sent));
  return { words: [`${pathWords(path)} → ${words}`], bytes: Buffer.from(writeJson(node)) };
}

import fc, { type Arbitrary } from 'fast-check';
import { type AttackSubstitute, attackValue } from './attack-value.js';
import type { BaseRequest } from './base-request.js';
import { PLAIN_HEADERS } from './header-style.js';
import { pathWords, withValue } from './json-node.js';
import { writeJson } from './json-writer.js';
import type { Mutation } from './mutation.js';
import { among, pick } from './pick.js';

type Target = 'password' | 'user';

/** Logins whose password or user is an attack (ES-26, CK-26), in a well-formed envelope. */
export const credentialAttack: Arbitrary<Mutation> = fc
  .record({
    target: pick<Target>([4, fc.constant('password')], [1, among<Target>('user')]),
    value: attackValue,
  })
  .map(({ target, value }) => ({
    stranger: false,
    headers: PLAIN_HEADERS,
    body: (base) => attacked(base, target, value),
  }));

function attacked(base: BaseRequest, target: Target, { words, make }: AttackSubstitute) {
  const path = target === 'password' ? base.password : base.user;
  const right = target === 'password' ? base.typedPassword : base.userName;
  const sent = target === 'password' ? base.sent : (text: string) => text;
  const node = withValue(base.document, path, () => make(right, sent));
  return { words: [`${pathWords(path)} → ${words}`], bytes: Buffer.from(writeJson(node)) };
}

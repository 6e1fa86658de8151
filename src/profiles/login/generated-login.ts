import type { BaseRequest } from './arbitraries/base-request.js';
import type { Mutation } from './arbitraries/mutation.js';
import { isAttackText } from './attack-texts.js';
import type { Expectation } from './oracle/expectation.js';
import { textIn } from './oracle/members.js';
import type { RequestText } from './oracle/request-text.js';

/** Longer texts are not passwords that an answer could show. */
const LONGEST_SECRET = 1_024;

/** What is true of a generated login, by its bytes and by what the contract allows as its answer. */
export interface GeneratedLogin {
  /** Anything but success is a violation of some clause. */
  readonly valid: boolean;
  /** Every password in it and those of the login that it was made of, except attack texts. */
  readonly passwords: readonly string[];
  /** The name that the answer must repeat; `undefined`: none was sent. */
  readonly userName: string | undefined;
}

/**
 * Reads a generated login.
 * @param text its body; `null`: it is not JSON
 * @param own the login of the user
 * @param passwords those of the login that it was made of
 */
export function generatedLogin(
  text: RequestText | null,
  { accept }: Expectation,
  own: BaseRequest,
  passwords: readonly string[],
): GeneratedLogin {
  const sent = textIn(text?.tree, own.password);
  const all = sent && sent.length <= LONGEST_SECRET ? [...passwords, sent] : passwords;
  const valid = accept === 'must' || accept === 'should';
  return {
    valid,
    passwords: [...new Set(all)].filter((one) => !isAttackText(one)),
    userName: valid ? own.userName : textIn(text?.tree, own.user),
  };
}

/** What was done to the body of a login and whose it is, in words. */
export function bodyChanges({ stranger }: Mutation, words: readonly string[]): readonly string[] {
  return stranger ? ['the login of an unknown user', ...words] : words;
}

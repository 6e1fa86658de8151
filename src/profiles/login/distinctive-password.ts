import { percentDecoded } from './percent-encoding.js';

/** Which passwords an answer cannot contain by chance (clauses ES-23 and CK-11). */

const MIN_LENGTH = 8;
const MIN_DISTINCT = 5;
/** From this length on, one class of characters is enough. */
const LONG = 12;

/** Names and values that answers contain by contract, whatever was sent. */
const WORDS_OF_ANSWERS = [
  'response_code result_code result_msg session_id access_token comp_id device_id expire_date memb_email memb_pwd',
  'request_code request_msg client_id application/json charset=utf-8',
  'ckTid ckError ckMessage expireDate userId emailAddress mobilePhoneNumber phoneNumber faxNumber emailConfirm',
  'description lastLoginDate changePasswordDate loginFailCount managerName menuType listOrder urlPath S000001',
];

/** Words that messages about a refused login are made of. */
const WORDS_OF_MESSAGES = new Set(
  [
    'a account an and api are authentication authorization bad body company correct credential credentials denied does',
    'email error exception exist expired fail failed failure forbidden format found header id incorrect information',
    'internal invalid is json login mail match message missing must name no not or parameter parse parsing password',
    'please refused rejected request required response result right secret server sign signature signin string success',
    'test the token unauthorized unexpected unknown user username valid was wrong your',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether a password found in an answer can only have come from the request: 8 or more characters, 5 or more
 * different ones, of two classes or 12 or more in number, not made of the words of messages alone, and no part of
 * anything else that answers rightly repeat.
 * @param otherValues every other value of the request: e-mail, company, client id, tid, path, …
 */
export function isDistinctive(password: string, otherValues: Iterable<string>): boolean {
  const characters = [...password];
  if (characters.length < MIN_LENGTH || new Set(characters).size < MIN_DISTINCT) return false;
  if (classesOf(password) < 2 && characters.length < LONG) return false;
  if (isMadeOfWords(password)) return false;
  const repeated = [...WORDS_OF_ANSWERS, ...otherValues];
  return !repeated.some((value) => value.includes(password) || percentDecoded(value)?.includes(password));
}

/** How many of: lower case, upper case, digits, other letters, anything else. A capital in front is not one. */
function classesOf(password: string): number {
  const uncapitalised = password.replace(/^\p{Lu}(?=\p{Ll})/u, '');
  const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[\p{Lo}\p{Lm}]/u, /[^\p{L}\p{Nd}]/u];
  return classes.filter((each) => each.test(uncapitalised)).length;
}

function isMadeOfWords(password: string): boolean {
  const words = password.toLowerCase().match(/\p{L}+|\p{Nd}/gu) ?? [];
  return words.length > 0 && words.every((word) => WORDS_OF_MESSAGES.has(word));
}

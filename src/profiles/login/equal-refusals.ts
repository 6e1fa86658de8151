import { describeStatus } from '../../http/status.js';
import { slug } from '../../text/slug.js';
import type { Check } from '../../verdict/check.js';
import type { Level } from '../../verdict/clause.js';
import { memberPaths } from './json-answer.js';
import { normaliseMessage } from './normalised-message.js';
import { type LoginReading, memberAt, nameOf } from './reading.js';
import { show } from './show.js';

/**
 * A wrong password and an unknown user cannot be distinguished by their answers (ES-11, CK-14).
 * @param wrongPassword the answer to one, `unknownUser` to the other
 * @param userName what the documents call the name of a user: "e-mail"
 */
export function checkSameRefusal(
  clause: string,
  level: Level,
  wrongPassword: LoginReading,
  unknownUser: LoginReading,
  userName: string,
): Check {
  const readings = [wrongPassword, unknownUser];
  const names = readings.flatMap(namesIn);
  const [left = {}, right = {}] = readings.map((reading) => fingerprint(reading, names));
  const differing = Object.keys(left).find((key) => left[key] !== right[key]);
  if (differing === undefined) return { clause, level, held: true };
  const expected = `a wrong password and an unknown ${userName} get the same answer`;
  const [one, other] = [shown(wrongPassword, differing, left), shown(unknownUser, differing, right)];
  const kind = `differ-in-${slug(differing)}`;
  const actual = `they differ in ${differing}: ${one} and ${other}`;
  return { clause, level, held: false, kind, expected, actual };
}

/** The message as it came: without its digits it might contain a password that cannot be masked any more. */
function shown(reading: LoginReading, key: string, fingerprint: Readonly<Record<string, string>>): string {
  if (key === nameOf(reading.members.code)) return fingerprint[key] ?? '';
  const { members, json } = reading;
  return show(key === nameOf(members.message) ? memberAt(json, members.message) : fingerprint[key]);
}

function fingerprint(
  { exchange, json, members, rawCode }: LoginReading,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return {
    'the HTTP status': describeStatus(exchange),
    [nameOf(members.code)]: show(rawCode),
    'their members': json?.ok ? memberPaths(json.value).join(' ') : 'no JSON',
    [nameOf(members.message)]: normaliseMessage(memberAt(json, members.message), names),
  };
}

/** What was sent and may be repeated in a message. */
function namesIn({ exchange }: LoginReading): readonly string[] {
  const { email, userId, tid } = exchange.request.facts?.sent ?? {};
  return [email, userId, tid].filter((name) => name !== undefined);
}

import { OptionValueError } from '../errors/option-value-error.js';
import type { Profile } from '../profiles/profile.js';
import type { HeaderField } from '../text/header-field.js';
import type { GivenValue } from './given-value.js';

/** RFC 9110, 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110, 5.5: visible characters of one byte, spaces and tabs between them. */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Headers that only one side can set, and why it is not the user. */
const OWN: ReadonlyMap<string, string> = new Map([
  ...[
    'host',
    'content-length',
    'transfer-encoding',
    'connection',
    'keep-alive',
    'upgrade',
    'te',
    'trailer',
    'expect',
  ].map((name) => [name, 'HTTP itself sets it, from the target and each request'] as const),
  ['content-type', 'the scenarios set it, since it is one of the things that they check'],
]);

/**
 * Makes a reader of headers to be added to every request. Their values are secrets: no message shows one.
 *
 * @param profiles whose own headers cannot be added
 * @returns a reader that throws `OptionValueError` for anything but `Name: value`, and for a header that the suite or a
 *   profile sets itself
 */
export function headerFields(profiles: readonly Profile[]): (given: GivenValue) => readonly HeaderField[] {
  const own = new Map([
    ...OWN,
    ...profiles.flatMap(({ family, ownHeaders }) =>
      ownHeaders.map((name) => [name, `the scenarios set it, from ${family} in the fixtures file`] as const),
    ),
  ]);
  return ({ texts, origin }) => texts.map((text) => headerField(text, origin, own));
}

function headerField(text: string, origin: string, own: ReadonlyMap<string, string>): HeaderField {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(colon, 0)).trim();
  if (!TOKEN.test(name)) {
    throw new OptionValueError(
      origin,
      null,
      "is not a header; write 'Name: value', with a name of letters, digits and hyphens",
    );
  }
  const why = own.get(name.toLowerCase());
  if (why !== undefined) throw new OptionValueError(origin, name, `is a header that cannot be added: ${why}`);
  const value = text.slice(colon + 1).replace(/^[\t ]+|[\t ]+$/g, '');
  if (value === '') {
    throw new OptionValueError(origin, name, "has no value; quote the whole header, as 'Name: value'");
  }
  if (!FIELD_VALUE.test(value)) {
    throw new OptionValueError(
      origin,
      name,
      'has a value with a control character, or one beyond Latin-1; neither is allowed in a header',
    );
  }
  return [name, value];
}

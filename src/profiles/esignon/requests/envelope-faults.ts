import { type Envelope, type EsignonVariation, envelopeOf, pathOf, requestOf } from './login.js';

/** A `body` that is missing or no object (ES-13). */
export const BODY_FAULTS: readonly EsignonVariation[] = [
  fault('without the member body', ({ header }) => ({ header }), { namesAccount: false }),
  fault('without the member body, its members beside the header', ({ header, body }) => ({
    header,
    ...body,
  })),
  ...(
    [
      ['null', null],
      ['a string', 'memb_email'],
      ['a number', 7],
      ['true', true],
      ['an empty array', []],
    ] as const
  ).map(([words, value]) =>
    fault(`whose body is ${words}`, ({ header }) => ({ header, body: value }), { namesAccount: false }),
  ),
  fault('whose body is an array with the credentials in it', ({ header, body }) => ({
    header,
    body: [body],
  })),
  fault('whose body is a string of JSON', ({ header, body }) => ({ header, body: JSON.stringify(body) })),
];

/** `memb_email` or `memb_pwd` missing, null, empty or not a string (ES-14). */
export const CREDENTIAL_FAULTS: readonly EsignonVariation[] = (['memb_email', 'memb_pwd'] as const).flatMap(
  (member) => {
    const name = member === 'memb_email' ? 'e-mail' : 'password';
    const aims = { namesAccount: member === 'memb_pwd' };
    return [
      fault(`without ${article(name)}`, (envelope) => without(envelope, member), aims),
      ...(
        [
          ['null', null],
          ['empty', ''],
          ['a number', 12345678],
          // What a careless comparison takes for equal to any text, and what a column of whole numbers does not take.
          ['the number 0', 0],
          ['the number -1.5', -1.5],
          ['true', true],
          ['false', false],
          ['an empty object', {}],
          ['an empty array', []],
        ] as const
      ).map(([words, value]) =>
        fault(
          `whose ${name} is ${words}`,
          ({ header, body }) => ({ header, body: { ...body, [member]: value } }),
          aims,
        ),
      ),
    ];
  },
);

/** Credentials under a name that only differs in the case of a letter, so that the member is missing (ES-14). */
export const RENAMED_CREDENTIALS: readonly EsignonVariation[] = (
  [
    ['e-mail', 'memb_email', 'Memb_email'],
    ['password', 'memb_pwd', 'Memb_pwd'],
  ] as const
).map(([words, member, otherwise]) =>
  fault(
    `whose ${words} has a capital in the name of its member`,
    ({ header, body: { [member]: value, ...body } }) => ({ header, body: { ...body, [otherwise]: value } }),
  ),
);

/** Credentials elsewhere than in the members that the document names, so that those are missing (ES-14). */
export const MISPLACED_CREDENTIALS: readonly EsignonVariation[] = [
  fault('whose credentials stand in its header', ({ header, body: { memb_email, memb_pwd, ...body } }) => ({
    header: { ...header, memb_email, memb_pwd },
    body,
  })),
  fault(
    'whose credentials go by the names email and password',
    ({ header, body: { memb_email, memb_pwd, ...body } }) => ({
      header,
      body: { ...body, email: memb_email, password: memb_pwd },
    }),
  ),
  {
    phrase: 'whose credentials stand in its query',
    build: (login) => {
      const { header, body } = envelopeOf(login);
      const { memb_email: _, memb_pwd: __, ...rest } = body;
      const query = new URLSearchParams({ memb_email: login.email, memb_pwd: login.password });
      return requestOf(login, {
        label: 'the credentials stand in the query, not in the body',
        path: `${pathOf(login)}?${query}`,
        body: { header, body: rest },
      });
    },
  },
];

/** `header` or `request_code` missing or wrong, or a top level that is no object (ES-15). */
export const HEADER_FAULTS: readonly EsignonVariation[] = [
  fault('without the member header', ({ body }) => ({ body })),
  ...(
    [
      ['null', null],
      ['a string', '1001Q'],
      ['an array', ['1001Q']],
      ['a number', 1001],
    ] as const
  ).map(([words, value]) => fault(`whose header is ${words}`, ({ body }) => ({ header: value, body }))),
  fault('whose header is a string of JSON', ({ header, body }) => ({ header: JSON.stringify(header), body })),
  fault('without a request code', ({ header, body }) => {
    const { request_code: _, ...rest } = header;
    return { header: rest, body };
  }),
  ...(
    [
      ['null', null],
      ['empty', ''],
      ['the number 1001', 1001],
      ['"1001A", that of an answer', '1001A'],
      ['"1001", without its letter', '1001'],
      ['"1001q", in small letters', '1001q'],
      ['"1001Q " with a blank behind it', '1001Q '],
      ['"1001Q" and a line feed', '1001Q\n'],
      ['an array with "1001Q" in it', ['1001Q']],
      ['true', true],
      ['"1002Q"', '1002Q'],
    ] as const
  ).map(([words, value]) =>
    fault(`whose request code is ${words}`, ({ header, body }) => ({
      header: { ...header, request_code: value },
      body,
    })),
  ),
  ...(
    [
      ['an empty array', []],
      ['a string', '1001Q'],
      ['a number', 1001],
      ['true', true],
      ['null', null],
    ] as const
  ).map(([words, value]) => fault(`that is ${words} as a whole`, () => value, { namesAccount: false })),
  fault('that is an array with the login in it', (envelope) => [envelope]),
  fault('that is a string of JSON as a whole', (envelope) => JSON.stringify(envelope)),
  fault('that is nested one level too deep', (envelope) => ({ request: envelope })),
];

function article(name: string): string {
  return name === 'e-mail' ? `an ${name}` : `a ${name}`;
}

function without(envelope: Envelope, member: string): Envelope {
  const body = { ...envelope.body };
  delete body[member];
  return { header: envelope.header, body };
}

function fault(
  phrase: string,
  of: (envelope: Envelope) => unknown,
  more: { namesAccount?: boolean } = {},
): EsignonVariation {
  return {
    phrase,
    build: (login) =>
      requestOf(login, { label: phrase, body: JSON.stringify(of(envelopeOf(login))), ...more }),
  };
}

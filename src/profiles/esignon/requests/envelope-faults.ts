import type { RequestFacts } from '../../../http/exchange.js';
import { type Envelope, type EsignonVariation, envelopeOf, pathOf, requestOf } from './login.js';

/** A `body` that is missing or not an object (ES-13). */
export const BODY_FAULTS: readonly EsignonVariation[] = [
  fault('without the member "body"', ({ header }) => ({ header }), { namesAccount: false }),
  fault('with the members of "body" moved to the top level', ({ header, body }) => ({
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
  fault('whose body is an array that contains the credentials', ({ header, body }) => ({
    header,
    body: [body],
  })),
  fault('whose body is encoded as a JSON string', ({ header, body }) => ({
    header,
    body: JSON.stringify(body),
  })),
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
          // 0 equals any text to a careless comparison; -1.5 does not fit a column of whole numbers.
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

/** A member under a name that differs only in the case of one letter: some readers fold it (ES-14). */
export const RENAMED_MEMBERS: readonly EsignonVariation[] = [
  fault('whose e-mail member has a capitalised name', ({ header, body: { memb_email, ...body } }) => ({
    header,
    body: { ...body, Memb_email: memb_email },
  })),
  fault('whose password member has a capitalised name', ({ header, body: { memb_pwd, ...body } }) => ({
    header,
    body: { ...body, Memb_pwd: memb_pwd },
  })),
  fault('whose request code has a capitalised name', ({ header: { request_code, ...header }, body }) => ({
    header: { ...header, Request_code: request_code },
    body,
  })),
  fault('whose header has a capitalised name', ({ header, body }) => ({ Header: header, body })),
  fault('whose body has a capitalised name', ({ header, body }) => ({ header, Body: body })),
];

/** Credentials elsewhere than in the documented members, so that those are missing (ES-14). */
export const MISPLACED_CREDENTIALS: readonly EsignonVariation[] = [
  fault(
    'with the credentials in the header instead of the body',
    ({ header, body: { memb_email, memb_pwd, ...body } }) => ({
      header: { ...header, memb_email, memb_pwd },
      body,
    }),
  ),
  fault(
    'with the credentials under the names email and password',
    ({ header, body: { memb_email, memb_pwd, ...body } }) => ({
      header,
      body: { ...body, email: memb_email, password: memb_pwd },
    }),
  ),
  {
    phrase: 'with the credentials in the query',
    build: (login) => {
      const { header, body } = envelopeOf(login);
      const { memb_email: _, memb_pwd: __, ...rest } = body;
      const query = new URLSearchParams({ memb_email: login.email, memb_pwd: login.password });
      const request = requestOf(login, {
        label: 'the credentials are in the query, not in the body',
        path: `${pathOf(login)}?${query}`,
        body: { header, body: rest },
      });
      // Some servers have no page for a query that they do not know.
      return { ...request, facts: { ...(request.facts as RequestFacts), mayLeadNowhere: true } };
    },
  },
];

/** `header` or `request_code` missing or wrong, or a top level that is not an object (ES-15). */
export const HEADER_FAULTS: readonly EsignonVariation[] = [
  fault('without the member "header"', ({ body }) => ({ body })),
  ...(
    [
      ['null', null],
      ['a string', '1001Q'],
      ['an array', ['1001Q']],
      ['a number', 1001],
    ] as const
  ).map(([words, value]) => fault(`whose header is ${words}`, ({ body }) => ({ header: value, body }))),
  fault('whose header is encoded as a JSON string', ({ header, body }) => ({
    header: JSON.stringify(header),
    body,
  })),
  fault('without a request code', ({ header, body }) => {
    const { request_code: _, ...rest } = header;
    return { header: rest, body };
  }),
  ...(
    [
      ['null', null],
      ['empty', ''],
      ['the number 1001', 1001],
      ['"1001A", the code of an answer', '1001A'],
      ['"1001", without its letter', '1001'],
      ['"1001q", in lower case', '1001q'],
      ['"1001Q " with a trailing space', '1001Q '],
      ['"1001Q" with a trailing line feed', '1001Q\n'],
      ['an array that contains "1001Q"', ['1001Q']],
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
  ).map(([words, value]) => fault(`that is just ${words}`, () => value, { namesAccount: false })),
  fault('that is wrapped in an array', (envelope) => [envelope]),
  fault('that is encoded as a JSON string', (envelope) => JSON.stringify(envelope)),
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

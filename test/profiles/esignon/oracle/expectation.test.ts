import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type EsignonTruth,
  esignonExpectation,
} from '../../../../src/profiles/esignon/oracle/expectation.js';
import type { Expectation } from '../../../../src/profiles/login/oracle/expectation.js';

const LOGIN: EsignonTruth = {
  profile: 'esignon-login',
  company: 'acme',
  email: 'mina@example.com',
  password: 'Mossy-Kestrel-41#Tarn',
  clientId: undefined,
  optional: {},
};
const STARTSIMPLE: EsignonTruth = {
  ...LOGIN,
  profile: 'esignon-startsimple',
  clientId: 'client-1',
  optional: { request_msg: 'please', session_id: 'thread_023' },
};

const RIGHT =
  '{"header":{"request_code":"1001Q"},"body":{"memb_email":"mina@example.com","memb_pwd":"Mossy-Kestrel-41#Tarn"}}';
const FULL =
  '{"header":{"request_code":"1001Q","request_msg":"please","session_id":"thread_023"},"body":{"comp_id":"acme","memb_email":"mina@example.com","memb_pwd":"Mossy-Kestrel-41#Tarn","client_id":"client-1"}}';

function expectationOf(
  body: string | Uint8Array,
  truth = LOGIN,
  contentType = 'application/json',
): Expectation {
  const sent = {
    path: '/api/acme/login',
    headers: [['Content-Type', contentType]] as const,
    body: Buffer.from(body),
  };
  return esignonExpectation(sent, truth);
}

/** The body of the right login with the value of a member, or the text of it, changed. */
const password = (json: string) => RIGHT.replace('"Mossy-Kestrel-41#Tarn"', () => json);
const email = (json: string) => RIGHT.replace('"mina@example.com"', () => json);
const changed = (from: string | RegExp, to: string) => RIGHT.replace(from, () => to);

type Row = readonly [what: string, body: string | Uint8Array, faults: string, codes: string];

/** Never accepted; the codes that the contract allows, `any` for all of the table. */
const REFUSED: readonly Row[] = [
  ['nothing', '', 'not-json header-wrong body-not-object', '12 99'],
  ['white space', ' \n', 'not-json', '12'],
  ['text before it', `login ${RIGHT}`, 'not-json', '12'],
  ['True', changed('"body":{', '"body":{"x":True,'), 'not-json', '12'],
  ['no comma', changed('},"body"', '}"body"'), 'not-json', '12'],
  ['cut off', RIGHT.slice(0, -1), 'not-json', '12'],
  [
    'a byte that is no UTF-8',
    Buffer.concat([Buffer.from(RIGHT.slice(0, 60)), Buffer.from([0xff]), Buffer.from(RIGHT.slice(60))]),
    'not-quite-json credential-mended',
    'any',
  ],
  [
    'half a surrogate pair as bytes',
    Buffer.concat([Buffer.from('"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"')]),
    'not-quite-json top-level-not-object',
    '12 99',
  ],
  ['a BOM before what is no JSON', `\ufeff${RIGHT.slice(1)}`, 'not-quite-json top-level-not-object', 'any'],
  ['an array', `[${RIGHT}]`, 'top-level-not-object', '12 99'],
  ['null', 'null', 'top-level-not-object', '12 99'],
  ['no body', '{"header":{"request_code":"1001Q"}}', 'body-not-object', '12'],
  ['neither header nor body', '{}', 'header-wrong body-not-object', '12 99'],
  ['body null', RIGHT.replace(/"body":.*/, '"body":null}'), 'body-not-object', '12'],
  ['another code', changed('1001Q', '1001q'), 'header-wrong', '12 99'],
  ['the code in an array', changed('"1001Q"', '["1001Q"]'), 'header-wrong', '12 99'],
  ['no password', changed(/,"memb_pwd":"[^"]*"/, ''), 'credential-missing', '10 12 99'],
  ['password null', password('null'), 'credential-missing', '10 12 99'],
  ['password ""', password('""'), 'credential-missing', '10 12 99'],
  ['password 12345678', password('12345678'), 'credential-missing', '10 12 99'],
  ['password {}', password('{}'), 'credential-missing', '10 12 99'],
  ['password []', password('[]'), 'credential-missing', '10 12 99'],
  ['an empty e-mail', email('""'), 'credential-missing', '10 12 99'],
  ['password {"$ne":null}', password('{"$ne":null}'), 'attack', 'any'],
  ['the password in an array', password('["Mossy-Kestrel-41#Tarn"]'), 'attack', 'any'],
  ['the password and a NUL', password('"Mossy-Kestrel-41#Tarn\\u0000"'), 'attack', 'any'],
  ["password ' OR '1'='1", password("\"' OR '1'='1\""), 'attack', 'any'],
  ['a password of 64 KiB', password(`"${'a'.repeat(64 * 1024)}"`), 'attack', 'any'],
  ['an unlike password', password('"Far-q2x76ltt-9"'), 'wrong-password', '10'],
  ['a prefix of the password', password('"Mossy-Kestrel-41"'), 'wrong-password', '10'],
  ['the password and more', password('"Mossy-Kestrel-41#Tarn7"'), 'wrong-password', '10'],
  ['the password in capitals', password('"MOSSY-KESTREL-41#TARN"'), 'wrong-password', '10'],
  ['the password before a blank', password('"Mossy-Kestrel-41#Tarn "'), 'wrong-password', '10'],
  ['the password before a line break', password('"Mossy-Kestrel-41#Tarn\\n"'), 'wrong-password', 'any'],
  ['a short password', password('"Mossy"'), 'wrong-password', 'any'],
  ['the password with a Cyrillic o', password('"M\u043essy-Kestrel-41#Tarn"'), 'wrong-password', 'any'],
  ['an unknown e-mail', email('"nobody@example.com"'), 'unknown-user', '10'],
  ['the e-mail and a digit more', email('"mina@example.com7"'), 'unknown-user', 'any'],
  ['the e-mail and a NUL', email('"mina@example.com\\u0000"'), 'attack', 'any'],
  ['the e-mail *', email('"*"'), 'attack', 'any'],
  ['no e-mail at all', email('"mina"'), 'unknown-user', 'any'],
  [
    'another code and another password',
    changed('1001Q', '1002Q').replace('Tarn', 'Tarm'),
    'header-wrong wrong-password',
    '10 12 99',
  ],
  [
    'a wrong password whose name is in another case',
    password('"Far-q2x76ltt-9"').replace('memb_pwd', 'Memb_Pwd'),
    'credential-missing',
    '10 12 99',
  ],
  ['body an array', RIGHT.replace(/"body":.*/, '"body":[]}'), 'body-is-array', '10 12 99'],
  [
    'a wrong password twice',
    changed('"memb_pwd":', '"memb_pwd":"Far-q2x76ltt-9","memb_pwd":"Far-q2x76ltt-8","x":'),
    'wrong-password',
    'any',
  ],
];

const inserted = (text: string, ...bytes: number[]) => {
  const at = RIGHT.indexOf(text) + text.length;
  return Buffer.concat([Buffer.from(RIGHT.slice(0, at)), Buffer.from(bytes), Buffer.from(RIGHT.slice(at))]);
};
const utf32 = Buffer.concat([...RIGHT].map((one) => Buffer.from([one.charCodeAt(0), 0, 0, 0])));

/** Refused with "12", which SHOULD be, or read as the right login. */
const LENIENT: readonly (readonly [what: string, body: string | Uint8Array])[] = [
  ['UTF-16', Buffer.from(RIGHT, 'utf16le')],
  ['UTF-16 with a BOM, the bytes swapped', Buffer.from(`\ufeff${RIGHT}`, 'utf16le').swap16()],
  ['UTF-32', utf32],
  ['white space of JavaScript', `\u00a0${RIGHT}\u2028`],
  ['junk after the end', `${RIGHT}}`],
  ['a NUL after the end', `${RIGHT}\0`],
  ['the login twice', RIGHT + RIGHT],
  ['a comma after the whole', `${RIGHT},`],
  ['comments', changed('{', '{/**/ // x\n # y\n')],
  ['single quotes', RIGHT.replaceAll('"', "'")],
  ['unquoted names', RIGHT.replace(/"(\w+)":/g, '$1:')],
  ['an escaped letter', changed('Mossy', '\\x4dossy')],
  ['an escape of a letter', changed('Mossy', 'Moss\\y')],
  ['a comma alone', changed('"body":{', '"body":{,')],
  ['commas and a comment', `/**/${RIGHT.replaceAll('}', ',}')}`],
  ['an ill-formed byte in a code', inserted('"1001Q', 0xff)],
  ['an overlong @', Buffer.from(RIGHT.replace('@', '\xc1\x80'), 'latin1')],
];

/** Accepted and refused alike, with any code. */
const OPEN: readonly (readonly [what: string, body: string | Uint8Array, open: string])[] = [
  ['the e-mail in capitals', email('"MINA@example.com"'), 'form of the user name'],
  ['the e-mail before a blank', email('"mina@example.com "'), 'form of the user name'],
  ['the e-mail with an accent', email('"mína@example.com"'), 'form of the user name'],
  ['the password in full width', password('"Ｍossy-Kestrel-41#Tarn"'), 'form of the password'],
  ['the password with a soft hyphen', password('"Mossy\u00ad-Kestrel-41#Tarn"'), 'form of the password'],
  ['a BOM', `\ufeff${RIGHT}`, 'byte order mark'],
  [
    'a doubled password, the last wrong',
    changed('"memb_pwd":', '"memb_pwd":"Mossy-Kestrel-41#Tarn","memb_pwd":null,"x":'),
    'duplicate members, unknown members',
  ],
  ['a doubled code', changed('"1001Q"', '"1001Q","request_code":"1002Q"'), 'duplicate members'],
  ['a doubled body', changed('"body":', '"body":null,"body":'), 'duplicate members'],
  [
    'half a surrogate pair escaped',
    changed('"body":{', '"body":{"x":"\\ud800",'),
    'lone surrogates, unknown members',
  ],
  [
    'a hundred arrays',
    changed('"body":{', `"body":{"x":${'['.repeat(100)}${']'.repeat(100)},`),
    'depth, unknown members',
  ],
  ['1e999', changed('"body":{', '"body":{"x":1e999,'), 'numbers out of range, unknown members'],
  ['20 KiB of white space', ' '.repeat(20 * 1024) + RIGHT, 'size'],
];

describe('what the contract allows for a request to esignon-login', () => {
  for (const [what, body, faults, codes] of REFUSED) {
    test(`${what}: refused, ${codes}`, () => {
      const expectation = expectationOf(body);
      assert.equal(expectation.accept, 'never');
      assert.equal(expectation.faults.join(' '), faults);
      const allowed = expectation.codes?.join(' ') ?? 'any';
      assert.equal(allowed === '10 12 95 99' ? 'any' : allowed, codes);
    });
  }

  for (const [what, body, open] of OPEN) {
    test(`${what}: left open`, () => {
      const expectation = expectationOf(body);
      assert.equal(expectation.accept, 'may');
      assert.equal(expectation.codes, null);
      assert.equal([...expectation.open].sort().join(', '), open);
    });
  }

  for (const [what, body] of LENIENT) {
    test(`${what}: refused with 12, or read`, () => {
      const { accept, faults, codes, preferred } = expectationOf(body);
      assert.equal(accept, 'may');
      assert.ok(faults.includes('not-quite-json'), faults.join());
      assert.ok(codes?.includes('12') && !codes.includes('95'), codes?.join());
      assert.deepEqual(preferred, { clause: 'ES-12', codes: ['12'] });
    });
  }

  test('what is not quite JSON may be read, but not as something else', () => {
    assert.deepEqual(expectationOf(`${RIGHT}}`).codes, ['12']);
    const wrong = expectationOf(`${password('"Far-q2x76ltt-9"')}}`);
    assert.deepEqual([wrong.accept, wrong.codes], ['never', ['10', '12']]);
    const missing = expectationOf(`${changed(/,"memb_pwd":"[^"]*"/, '')}//`);
    assert.deepEqual([missing.accept, missing.codes], ['never', ['10', '12', '99']]);
    const noBody = expectationOf('{"header":{"request_code":"1001Q"}},"body":{}}');
    assert.deepEqual([noBody.accept, noBody.codes], ['never', ['12']]);
    const number = expectationOf(changed('"body":{', '"body":{"x":+007,'));
    assert.deepEqual([number.accept, number.codes, number.open], ['may', null, ['unknown members']]);
    for (const credential of ['mina', 'Mossy']) {
      const { accept, faults } = expectationOf(inserted(credential, 0xff));
      assert.deepEqual([accept, faults], ['never', ['not-quite-json', 'credential-mended']]);
    }
  });

  test('a name in another letter case: read as the member, or as missing, which it SHOULD be', () => {
    for (const [name, other, codes] of [
      ['memb_pwd', 'Memb_Pwd', ['10', '12', '99']],
      ['memb_email', 'MEMB_EMAIL', ['10', '12', '99']],
      ['request_code', 'Request_code', ['12', '99']],
      ['header', 'HEADER', ['12', '99']],
      ['body', 'Body', ['12']],
    ] as const) {
      const expectation = expectationOf(changed(name, other));
      assert.deepEqual(
        [expectation.accept, expectation.codes, expectation.preferred, expectation.open],
        ['may', codes, { clause: 'ES-14', codes }, []],
      );
    }
    const both = expectationOf(changed('"memb_pwd":', '"Memb_pwd":"Far-q2x76ltt-9","memb_pwd":'));
    assert.deepEqual([both.accept, both.codes, both.open], ['may', null, ['duplicate members']]);
    const wrong = expectationOf(changed('"memb_pwd":"Mossy', '"Memb_pwd":"Far-q2x76ltt-9","memb_pwd":"Moss'));
    assert.equal(wrong.accept, 'never');
  });

  const MUST: readonly (readonly [string, string])[] = [
    ['the plain login', RIGHT],
    ['with escapes', RIGHT.replaceAll('@', '\\u0040').replace('memb_pwd', 'memb\\u005fpwd')],
    ['with white space', ` \r\n\t${RIGHT.replaceAll(':', ' : ')} `],
    [
      'in another order',
      '{"body":{"memb_pwd":"Mossy-Kestrel-41#Tarn","memb_email":"mina@example.com"},"header":{"request_code":"1001Q"}}',
    ],
  ];
  for (const [what, body] of MUST) {
    test(`${what}: accepted`, () => {
      const { accept, faults, open } = expectationOf(body);
      assert.deepEqual({ accept, faults, open }, { accept: 'must', faults: [], open: [] });
    });
  }

  test('an unknown member alone, a charset alone: matters of a SHOULD', () => {
    for (const at of ['{', '"header":{', '"body":{']) {
      const { accept, open } = expectationOf(changed(at, `${at}"x":[{"memb_pwd":1}],`));
      assert.deepEqual([accept, open], ['should', ['unknown members']]);
    }
    const { accept, open } = expectationOf(RIGHT, LOGIN, 'application/json; charset=utf-8');
    assert.deepEqual([accept, open], ['should', ['charset']]);
    const both = expectationOf(changed('{', '{"x":1,'), LOGIN, 'application/json; charset=utf-8');
    assert.equal(both.accept, 'may');
    assert.equal(expectationOf(RIGHT, LOGIN, 'application/json; profile=x').accept, 'may');
  });

  test('commas behind last members: read or refused with 12 (LG-04)', () => {
    for (const body of [RIGHT.replaceAll('}', ',}'), RIGHT.replace('}', ' ,\n}')]) {
      const { accept, faults, codes } = expectationOf(body);
      assert.deepEqual(
        { accept, faults, codes },
        { accept: 'may', faults: ['trailing-commas'], codes: ['12'] },
      );
    }
    const wrong = expectationOf(password('"Far-q2x76ltt-9"').replace(/\}\}$/, ',}}'));
    assert.deepEqual([wrong.accept, wrong.codes], ['never', ['10', '12']]);
    assert.equal(expectationOf(password('"a,}"').replace(/\}\}$/, ',}}')).accept, 'never');
    assert.equal(expectationOf(RIGHT.replaceAll('}', ',}')).preferred, null);
  });
});

describe('what the contract allows for a request to esignon-startsimple', () => {
  const ROWS: readonly (readonly [string, string, Expectation['accept'], string, string])[] = [
    ['the plain login', FULL, 'must', '', ''],
    ['another company in the body', FULL.replace('"acme"', '"other"'), 'may', 'company-contradicts', ''],
    ['another client', FULL.replace('client-1', 'client-2'), 'may', 'unknown-client', ''],
    ['no client', FULL.replace(/,"client_id":"client-1"/, ''), 'may', 'identifier-missing', ''],
    ['a company that is no text', FULL.replace('"acme"', '7'), 'may', 'identifier-missing', ''],
    ['another session', FULL.replace('thread_023', 'x'), 'may', '', 'optional members'],
    ['no request_msg', FULL.replace('"request_msg":"please",', ''), 'may', '', 'optional members'],
    ['a comma behind the last member', FULL.replace('}}', '},}'), 'may', 'trailing-commas', ''],
    [
      'a wrong password and no client',
      FULL.replace('Tarn', 'Tarm').replace(/,"client_id":"client-1"/, ''),
      'never',
      'wrong-password identifier-missing',
      '',
    ],
  ];
  for (const [what, body, accept, faults, open] of ROWS) {
    test(`${what}: ${accept}`, () => {
      const expectation = expectationOf(body, STARTSIMPLE);
      assert.deepEqual(
        [expectation.accept, expectation.faults.join(' '), expectation.open.join(', ')],
        [accept, faults, open],
      );
    });
  }

  test('commas after last members are not quite JSON here (ES-12)', () => {
    const { codes, preferred } = expectationOf(FULL.replace('}}', '},}'), STARTSIMPLE);
    assert.deepEqual([codes, preferred], [['12'], { clause: 'ES-12', codes: ['12'] }]);
  });
});

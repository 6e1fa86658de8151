import type { DirectRequest } from './direct-request.js';
import { ODD_VALUES, RESPELT, SPOILT } from './json-texts.js';
import { LANGUAGES, nearMails, nearTexts } from './near-texts.js';
import { MULTIPART, multipartOf, overridden, unusual } from './other-requests.js';

/** Requests sent together; the steps go one after another. */
export type Step = readonly DirectRequest[];
type Json = any;

const MINA = { email: 'mina@example.com', password: 'Mossy-Kestrel-41#Tarn' };
const JOON = {
  email: 'joon@example.com',
  password: 'Quiet_Harbour.77=Fern? and a boat that nobody has rowed since the long winter of the herons',
};
const BORA = { email: 'bora@example.com', password: 'Copper~Lantern~58~Dune' };

/** Request codes that are not the right one. */
const CODES = [
  undefined,
  null,
  '',
  1001,
  true,
  ['1001Q'],
  '1001',
  '1001A',
  '1001q',
  '1001Q ',
  '1001Q\n',
  '1002Q',
];

/** Direct requests to one of the eSignon endpoints: of everything that a provider can get wrong, something. */
export function esignonBattery(operation: 'startsimple' | 'login'): readonly Step[] {
  const document = (who = MINA, company = 'acme'): Json => ({
    header: {
      request_code: '1001Q',
      ...(operation === 'login' ? {} : { request_msg: '요청', session_id: 's' }),
    },
    body: {
      ...(operation === 'login' ? {} : { comp_id: company }),
      memb_email: who.email,
      memb_pwd: who.password,
      ...(operation === 'login' ? {} : { client_id: 'client-1' }),
    },
  });
  const post = (body: Json, company = 'acme', type = 'application/json', method = 'POST'): DirectRequest => ({
    method,
    path: `/api/${encodeURIComponent(company)}/${operation}`,
    headers: { 'content-type': type },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });
  const namingAcme = ({ header, body }: Json) => ({ header, body: { ...body, comp_id: 'acme' } });
  const good = post(document());
  const as = (who: typeof MINA) => post(document(who));
  const changed = (part: 'header' | 'body', members: Json): DirectRequest => {
    const whole = document();
    return post({ ...whole, [part]: { ...whole[part], ...members } });
  };
  /** A member's value as JSON text, which JSON.stringify could not write. */
  const valued = (member: string, json: string) =>
    post(JSON.stringify(changedDocument(document(), member)).replace('"VALUE"', () => json));
  const json = JSON.stringify(document());
  const form = new URLSearchParams({ request_code: '1001Q', ...document().body }).toString();

  const requests: DirectRequest[] = [
    as(MINA),
    as(JOON),
    ...wrongPasswords(MINA).flatMap((who) => [as(who), good]),
    ...wrongPasswords(JOON).map(as),
    as(JOON),
    ...[
      'nobody@example.com',
      `${MINA.email}.x`,
      `x${MINA.email}`,
      'mina+tag@example.com',
      `${MINA.email}'-- `,
      '__proto__',
      `_${MINA.email.slice(1)}`,
    ].map((email) => as({ ...MINA, email })),
    ...['" OR "1"="1', MINA.password + 'a'.repeat(65_536), `m${MINA.password.slice(1)}`].map((password) =>
      as({ ...MINA, password }),
    ),
    as({ ...JOON, password: `${JOON.password.slice(0, 72)}x` }),
    ...LANGUAGES.map((text) => as({ ...MINA, password: text })),
    ...LANGUAGES.map((text) => as({ ...MINA, email: `${text}@example.com` })),
    post(json.replace('{', `{${' '.repeat(3000)}`)),
    ...nearTexts(MINA.password).map((password) => as({ ...MINA, password })),
    ...[...nearTexts(MINA.email), ...nearMails(MINA.email)].map((email) => as({ ...MINA, email })),
    ...nearTexts('acme').map((company) => post(document(MINA, company), company)),
    good,
    post(form),
    post(json.replace('},"body"', '},,"body"')),
    post(JSON.stringify(document({ ...MINA, password: 'Wrong-pass-1' })).replaceAll('}', ',}')),
    ...SPOILT.flatMap((spoil) => [post(spoil(json)), good]),
    post(SPOILT[0]?.(json)),
    post(SPOILT[0]?.(json)),
    ...RESPELT.map((respell) => post(respell(json))),
    post(json.replace(/("memb_pwd":"[^"]*")/, '"memb_pwd":"first","memb_pwd":"first",$1')),
    ...[undefined, null, 'text', 7, true, [], [document().body], JSON.stringify(document().body)].map(
      (body) => post({ ...document(), body }),
    ),
    ...[undefined, null, '1001Q', 7, [], ['1001Q'], JSON.stringify(document().header)].map((header) =>
      post({ ...document(), header }),
    ),
    ...CODES.map((request_code) => changed('header', { request_code })),
    ...elsewhere(document(), (body, query) => ({ ...post(body), path: `${good.path}${query}` })),
    good,
    changed('body', { memb_email: undefined }),
    ...['null', '[]', '7', 'true', '"text"', `[${json}]`, JSON.stringify(json)].map((text) => post(text)),
    changed('header', { version: '1.0' }),
    changed('header', { session_id: 7 }),
    ...unusual(good),
    ...unusual(as({ ...MINA, password: 'wrong' })),
    post(json.replace(/}$/, ',"note":"\\ud83d\\ude00"}')),
    changed('body', { version: '1.0' }),
    post({ ...document(), version: '1.0' }),
    ...['memb_email', 'memb_pwd', 'comp_id', 'client_id'].flatMap((member) => [
      changed('body', { [member]: undefined }),
      changed('body', { [member]: 'unknown' }),
      changed('body', { [member]: '' }),
      changed('body', { [member]: null }),
    ]),
    ...['client-', 'CLIENT-1'].map((client_id) => changed('body', { client_id })),
    ...ODD_VALUES(MINA.password).map((value) => valued('memb_pwd', value)),
    ...ODD_VALUES(MINA.email).map((value) => valued('memb_email', value)),
    post(json.replace(/"memb_pwd":("[^"]*")/, '"__proto__":{"memb_pwd":$1}')),
    good,
    post(document(), 'nowhere'),
    changed('body', { comp_id: 'blocked' }),
    post(document(MINA, 'nowhere'), 'nowhere'),
    ...['acme-x', 'acm', '%', "' OR '1'='1", 'a'.repeat(300), '없는회사'].map((company) =>
      post(document(MINA, company), company),
    ),
    post(document(BORA, 'blocked'), 'blocked'),
    { ...post(document(BORA, 'blocked'), 'blocked'), path: `/api/%62locked/${operation}` },
    ...[BORA, MINA].map((who) => post(namingAcme(document(who, 'blocked')), 'blocked')),
    post(document({ ...BORA, password: 'Wrong-pass-1' }, 'blocked'), 'blocked'),
    post(document({ ...BORA, email: 'nobody@example.com' }, 'blocked'), 'blocked'),
    ...['PUT', 'PATCH', 'DELETE', 'QUERY', 'SEARCH', 'PROPFIND', 'LOCK'].map((method) =>
      post(document(), 'acme', 'application/json', method),
    ),
    ...['GET', 'SEARCH', 'QUERY', 'PUT'].flatMap((method) =>
      overridden(post(document(), 'acme', 'application/json', method), form),
    ),
    { ...good, headers: { 'content-type': MULTIPART }, body: multipartOf(new URLSearchParams(form)) },
    {
      method: 'GET',
      path: `${good.path}?memb_email=${MINA.email}&memb_pwd=${encodeURIComponent(MINA.password)}`,
      headers: {},
      body: null,
    },
    ...['application/json; charset=utf-8', 'application/json;charset=UTF-8', 'text/plain'].map((type) =>
      post(document(), 'acme', type),
    ),
    post(form, 'acme', 'application/x-www-form-urlencoded'),
    post(document(), 'acme', 'application/x-www-form-urlencoded'),
    ...Array.from({ length: 12 }, () => good),
    ...Array.from({ length: 12 }, () => as({ ...MINA, password: 'Wrong-pass-1' })),
    good,
  ];
  const together = Array.from({ length: 16 }, (_, at) => as(at % 2 === 0 ? MINA : JOON));
  const [first, second, ...rest] = requests.map((request): Step => [request]);
  return [first ?? [], second ?? [], together, ...rest];
}

function wrongPasswords({ email, password }: typeof MINA) {
  return [
    'Wrong-pass-1',
    password.slice(0, -1),
    password.slice(1),
    `${password}7`,
    `${password.slice(0, 8)}abcd`,
    password.toUpperCase(),
    password.toLowerCase(),
    ` ${password}`,
    `${password} `,
    `\t${password}`,
    `${password}\n`,
    `${password.slice(0, -1)}?`,
    password === MINA.password ? JOON.password : MINA.password,
  ].map((wrong) => ({ email, password: wrong }));
}

/** The credentials of a document where they do not belong. */
function elsewhere(
  { header, body: { memb_email, memb_pwd, ...body } }: Json,
  post: (body: Json, query: string) => DirectRequest,
): readonly DirectRequest[] {
  return [
    post({ header: { ...header, memb_email, memb_pwd }, body }, ''),
    post({ header, body: { ...body, email: memb_email, password: memb_pwd } }, ''),
    post({ header, body }, `?${new URLSearchParams({ memb_email, memb_pwd })}`),
  ];
}

function changedDocument(document: Json, member: string): Json {
  return { ...document, body: { ...document.body, [member]: 'VALUE' } };
}

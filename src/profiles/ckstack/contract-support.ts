import { NotChecked } from '../../errors/not-checked.js';
import type { OutgoingRequest } from '../../http/exchange.js';
import { headerValue } from '../../text/header-field.js';
import { memberOf } from '../../text/json-members.js';
import { preparedState } from '../login/prepared-state.js';
import type { ContractSupport, ProviderState } from '../profile.js';
import { CKSTACK_USER_KEYS, type CkstackUserKey } from './fixtures.js';
import { asNotChecked, type CkstackTestUser, type CkstackUsers } from './users.js';

/** Stands in for the signature, which only what goes on the wire determines. */
export const SIGNATURE_PLACEHOLDER = 'signature-of-what-is-sent';

/** Members of an answer to a good login and the clauses on them; the first that fits is taken. */
const ON_SUCCESS: readonly (readonly [path: RegExp, clause: string])[] = [
  [/^\$\.ckError$/, 'CK-01'],
  [/^\$\.token\.expireDate\b/, 'CK-06'],
  [/^\$\.token\b/, 'CK-05'],
  [/^\$\.ckTid\b/, 'CK-02'],
  [/^\$\.ckMessage\b/, 'CK-04'],
  [/^\$\.user\b/, 'CK-07'],
];

/** How consumer contracts refer to the ckstack profile. */
export function ckstackContracts(users: CkstackUsers): ContractSupport {
  const login = (user: CkstackTestUser | undefined, phrase?: string) =>
    preparedState(user, phrase, (request, body) => ({
      ...pathAndTid(request),
      userId: memberOf(body, 'userId'),
      password: memberOf(body, 'password'),
      service: headerValue(request.headers, 'ck-service'),
      date: headerValue(request.headers, 'h-date'),
      apiKey: users.apiKey,
      signature: SIGNATURE_PLACEHOLDER,
    }));
  const states: Readonly<Record<string, ProviderState>> = {
    'a ckstack user exists': async ({ role }, key) =>
      login(role === undefined ? users.all(key)[0] : users.of(userKey(role), key)),
    'a ckstack user does not exist': async (_, key) =>
      login(users.all(key)[0], 'as a user who does not exist'),
  };
  return {
    file: 'pacts/token-client-ckstack-token.json',
    states: new Map(Object.entries(states)),
    successCode: 'S000001',
    wantedCode: (body) => {
      const code = memberOf(body, 'ckError');
      return typeof code === 'string' ? code : '';
    },
    clauseOf,
    complete: (request) => signed(request, users),
  };
}

/** See {@link ContractSupport.clauseOf}. */
function clauseOf(path: string, wantsSuccess: boolean): string | null {
  if (path === 'status' || path === 'answer') return wantsSuccess ? 'CK-01' : 'CK-23';
  if (path === 'body' || path.startsWith('header ')) return 'CK-31';
  if (wantsSuccess) return ON_SUCCESS.find(([pattern]) => pattern.test(path))?.[1] ?? null;
  return path !== '$.ckError' && path.startsWith('$.ck') ? 'CK-18' : null;
}

/**
 * Puts the signature in where a provider state left room for it.
 * @throws {NotChecked} when none can be made
 */
async function signed(
  request: OutgoingRequest,
  { signer, apiKey, pathPrefix }: CkstackUsers,
): Promise<OutgoingRequest> {
  const { method, path, headers, body, secrets } = request;
  if (!headers.some(([, value]) => value.includes(SIGNATURE_PLACEHOLDER))) return request;
  const signature = await signer({
    method,
    path: `${pathPrefix}${path}`,
    date: headerValue(headers, 'h-date') ?? '',
    service: headerValue(headers, 'ck-service') ?? '',
    body: body === null ? '' : Buffer.from(body).toString('utf8'),
    apiKey,
  }).catch(asNotChecked);
  const put = (value: string) => value.replaceAll(SIGNATURE_PLACEHOLDER, () => signature);
  return {
    ...request,
    headers: headers.map(([name, value]) => [name, put(value)] as const),
    secrets: [...secrets, signature],
  };
}

/** @throws {NotChecked} when the path has a query besides the transaction id */
function pathAndTid({ path }: OutgoingRequest): { readonly path: string; readonly tid: string } {
  const [bare = '', query = ''] = path.split('?');
  const tid = new URLSearchParams(query).get('tid');
  if (tid === null || !/^tid=[^&]*$/.test(query)) {
    throw new NotChecked('fixture', 'the path of ckstack has a query of its own, which no contract can hold');
  }
  return { path: bare, tid };
}

function userKey(role: unknown): CkstackUserKey {
  const key = CKSTACK_USER_KEYS.find((known) => known === role);
  if (key) return key;
  const accepted = CKSTACK_USER_KEYS.join(', ');
  throw new NotChecked('fixture', `the parameter role of a provider state is none of ${accepted}`);
}

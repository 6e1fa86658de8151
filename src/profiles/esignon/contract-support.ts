import { memberOf } from '../../text/json-members.js';
import { preparedState } from '../login/prepared-state.js';
import type { ContractSupport, ProviderState } from '../profile.js';
import type { EsignonProfileName } from './documents.js';
import type { EsignonTestUser, EsignonUsers } from './users.js';

const CODE = '$.header.result_code';

/** Members of an answer to a good login and the clauses on them; the first that fits is taken. */
const ON_SUCCESS: readonly (readonly [path: RegExp, clause: string])[] = [
  [/^\$\.header\.result_code$/, 'ES-01'],
  [/^\$\.body\.access_token\b/, 'ES-04'],
  [/^\$\.body\.comp_id\b/, 'ES-05'],
  [/^\$\.body\.memb_email\b/, 'ES-06'],
  [/^\$\.body\.device_id\b/, 'ES-07'],
  [/^\$\.body\.expire_date\b/, 'ES-08'],
  [/^\$\.header\.response_code\b/, 'ES-03'],
  [/^\$\.(?:header|body)\b/, 'ES-02'],
];

/** How consumer contracts refer to an eSignon profile. */
export function esignonContracts(profile: EsignonProfileName, users: EsignonUsers): ContractSupport {
  const login = (user: EsignonTestUser | undefined, phrase?: string) =>
    preparedState(user, phrase, ({ path }, json) => {
      const body = memberOf(json, 'body');
      const [email, password] = [memberOf(body, 'memb_email'), memberOf(body, 'memb_pwd')];
      return { path, company: user?.login.company, email, password, clientId: user?.login.clientId };
    });
  const states: Readonly<Record<string, ProviderState>> = {
    'a user belongs to a company': async () => login(users.all()[0]),
    'nobody in a company has the e-mail address': async () =>
      login(users.all()[0], 'with an e-mail that nobody has'),
    'a company may call the API': async () => login(users.all()[0], 'with an empty body'),
    'a company may not call the API': async () => login(users.blocked()),
  };
  return {
    file: `pacts/token-client-${profile}.json`,
    states: new Map(Object.entries(states)),
    successCode: '00',
    wantedCode: (body) => {
      const code = memberOf(memberOf(body, 'header'), 'result_code');
      return typeof code === 'string' ? code : '';
    },
    clauseOf,
  };
}

/** See {@link ContractSupport.clauseOf}. */
function clauseOf(path: string, wantsSuccess: boolean): string | null {
  if (path === 'status' || path === 'answer') return wantsSuccess ? 'ES-01' : 'ES-17';
  if (path === 'body' || path.startsWith('header ')) return 'ES-18';
  if (wantsSuccess) return ON_SUCCESS.find(([pattern]) => pattern.test(path))?.[1] ?? null;
  return path !== CODE && /^\$\.(?:header|body)\b/.test(path) ? 'ES-16' : null;
}

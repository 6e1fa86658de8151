import type { Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { NOBODYS_PASSWORD } from '../http/secret.js';
import type { EsignonLogin } from './login.js';
import type { EsignonStages } from './stages.js';

/** Who a login turned out to be. */
export interface EsignonIdentity {
  readonly companyId: string;
  readonly email: string;
}

/**
 * Checks the credentials against the company of the path. Whatever is wrong about them (company, e-mail or
 * password) is refused alike and at the same cost (ES-11). That the company is blocked (LG-01) is said only
 * to those who prove who they are.
 * @throws {Refusal} `credentials` (ES-09, ES-10, ES-29) or `blocked`
 */
export async function authenticate(
  login: EsignonLogin,
  call: Call,
  stages: EsignonStages,
): Promise<EsignonIdentity> {
  const company = call.accounts.esignon.companies.find(({ id }) => stages.sameCompany(call.company, id));
  const member = company?.members.find(({ email }) => stages.sameEmail(login.email, email));
  const proven = stages.samePassword(login.password, member?.password ?? NOBODYS_PASSWORD);
  if (!company || !member || !proven) throw new Refusal('credentials');
  if (company.blocked) throw new Refusal('blocked');
  return { companyId: company.id, email: member.email };
}

/**
 * As `authenticate`, and the body's company must be the path's, its client the known one.
 * @throws {Refusal} `credentials` (also SS-03, SS-04) or `blocked`
 */
export async function authenticateStartsimple(
  login: EsignonLogin,
  call: Call,
  stages: EsignonStages,
): Promise<EsignonIdentity> {
  const identity = await authenticate(login, call, stages);
  const company = stages.sameCompany(login.companyId ?? '', call.company);
  const client = stages.sameClient(login.clientId ?? '', call.accounts.esignon.clientId);
  if (!company || !client) throw new Refusal('credentials');
  return identity;
}

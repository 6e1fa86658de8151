import { ACCOUNTS } from '../../../src/provider/accounts.js';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import type { Call } from '../../../src/provider/http/call.js';
import type { Reply } from '../../../src/provider/http/reply.js';

/** How an account fared: failed logins in a row now, and at worst. */
export interface AccountHistory {
  readonly inARow: number;
  readonly worst: number;
}

const ESIGNON = ACCOUNTS.esignon.companies.flatMap(({ id, members }) =>
  members.map(({ email }) => ({ company: id, name: email })),
);
const BLOCKED = EMBEDDED_FIXTURES.esignon.blockedCompany;
/** As it stands in a JSON body. */
const RIGHT = JSON.stringify(BLOCKED?.password);
const CKSTACK = ACCOUNTS.ckstack.users.map(({ userId }) => ({ company: '', name: userId }));

/**
 * Counts failed logins as a strict target may: every request that names a real company and a real account in it,
 * in whatever form and by whatever method, and is not let in.
 */
export class FailedLogins {
  readonly #accounts = new Map<string, AccountHistory>();

  /** For `onReply` of a provider. */
  note(reply: Reply, { profile, company, body, target }: Call): Reply {
    const sent = `${Buffer.from(body).toString()} ${decoded(target)}`;
    const known = profile === 'ckstack-token' ? CKSTACK : ESIGNON.filter((one) => one.company === company);
    const answer = JSON.parse(String(reply.body));
    const letIn = String(answer.body?.memb_email ?? answer.user?.userId ?? '');
    const isBlocked = company === BLOCKED?.company;
    for (const { name } of known) {
      const account = `${profile === 'ckstack-token' ? 'ckstack' : 'esignon'} ${name}`;
      const { inARow, worst } = this.#accounts.get(account) ?? { inARow: 0, worst: 0 };
      if (letIn === name) this.#accounts.set(account, { inARow: 0, worst });
      // The right password of a blocked company is no failed login (ES-30).
      else if (
        letIn === '' &&
        names(sent, name) &&
        !namesSomebodyElse(body, name) &&
        !(isBlocked && sent.includes(RIGHT))
      ) {
        this.#accounts.set(account, { inARow: inARow + 1, worst: Math.max(worst, inARow + 1) });
      }
    }
    return reply;
  }

  get accounts(): ReadonlyMap<string, AccountHistory> {
    return this.#accounts;
  }
}

/** Whether it is plainly the login of another name, in which the given one is a part: `Mina <mina@example.com>`. */
function namesSomebodyElse(body: Uint8Array, name: string): boolean {
  try {
    const { userId, body: { memb_email: email = userId } = {} } = JSON.parse(Buffer.from(body).toString());
    return typeof email === 'string' && email.trim().toLowerCase() !== name;
  } catch {
    return false;
  }
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Whether a text names somebody, and not only somebody whose name is longer. */
function names(text: string, name: string): boolean {
  const pattern = name.replaceAll('.', '\\.');
  return new RegExp(`(?<![\\w.])${pattern}(?![\\w.])`).test(text);
}

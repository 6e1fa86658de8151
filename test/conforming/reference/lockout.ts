import { Refusal } from '../../../src/provider/http/refusal.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';
import type { ConformingProvider } from '../conforming.js';
import { textOf } from '../support/json-reply.js';

/** Counts failures in a row of names; so many lock. */
class Locks {
  readonly #counts = new Map<string, number>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  isLocked(name: string): boolean {
    return (this.#counts.get(name) ?? 0) >= this.#limit;
  }

  failed(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  succeeded(name: string): void {
    if (!this.isLocked(name)) this.#counts.delete(name);
  }
}

/** Accounts that are locked for good after so many wrong passwords in a row. */
function lockingByPassword(limit: number): ProviderOptions {
  const locks = new Locks(limit);
  const guarded =
    <Login, Rest extends unknown[], Found>(
      authenticate: (login: Login, ...rest: Rest) => Found | Promise<Found>,
      nameOf: (login: Login) => string,
    ) =>
    async (login: Login, ...rest: Rest): Promise<Found> => {
      const name = nameOf(login);
      if (locks.isLocked(name)) throw new Refusal('credentials');
      try {
        const found = await authenticate(login, ...rest);
        locks.succeeded(name);
        return found;
      } catch (error) {
        if (error instanceof Refusal && error.reason === 'credentials') locks.failed(name);
        throw error;
      }
    };
  return {
    stages: {
      'esignon-startsimple': (stages) => ({
        authenticate: guarded(stages.authenticate, ({ email }) => email),
      }),
      'esignon-login': (stages) => ({ authenticate: guarded(stages.authenticate, ({ email }) => email) }),
      'ckstack-token': (stages) => ({ authenticate: guarded(stages.authenticate, ({ userId }) => userId) }),
    },
  };
}

const NAMES = /(?<=["'=>])[\w.-]{1,64}@example\.com(?=["'&<])/;

/** Locks on lower-case names that stand anywhere in a refused request, malformed ones included. */
function lockingByName(limit: number): ProviderOptions {
  const locks = new Locks(limit);
  return {
    onReply: (reply, call) => {
      const name = NAMES.exec(textOf(call))?.[0].toLowerCase();
      if (name === undefined || call.method !== 'POST') return reply;
      const refused = !/"(?:00|S000001)"/.test(textOf(reply));
      if (refused) locks.failed(name);
      else if (!locks.isLocked(name)) locks.succeeded(name);
      else return LOCKED[call.profile === 'ckstack-token' ? 'ckstack' : 'esignon'];
      return reply;
    },
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const LOCKED = {
  esignon: {
    status: 200,
    headers: JSON_TYPE,
    body: '{"header":{"response_code":"1001A","result_code":"10","result_msg":"locked","session_id":""}}',
  },
  ckstack: { status: 423, headers: JSON_TYPE, body: '{"ckError":"E000423","ckMessage":"locked"}' },
};

/** Accounts that are locked after failures in a row, more than the budget of a run has. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'locked-after-three-wrong-passwords',
    unusual: 'Three wrong passwords in a row lock an account for good.',
    start: (serve) => serve(lockingByPassword(3)),
  },
  {
    id: 'locked-after-five-wrong-passwords',
    unusual: 'Five wrong passwords in a row lock an account for good.',
    start: (serve) => serve(lockingByPassword(5)),
  },
  {
    id: 'locked-after-five-refused-requests',
    unusual: 'Five refused requests in a row that name an account, malformed ones too, lock it for good.',
    start: (serve) => serve(lockingByName(5)),
  },
  {
    id: 'locked-after-two-wrong-passwords',
    unusual: 'Two wrong passwords in a row lock an account; the run is told to allow for one.',
    profiles: ['esignon-login', 'ckstack-token'],
    config: { maxFailedLogins: 1 },
    start: (serve) => serve(lockingByPassword(2)),
  },
];

import type { OutgoingRequest } from '../../http/exchange.js';
import type { BaseRequest } from '../login/arbitraries/base-request.js';
import { nodeOf } from '../login/arbitraries/json-node.js';
import { mayBeBlocked } from '../login/blockable.js';
import { bodyChanges, generatedLogin } from '../login/generated-login.js';
import { namesAccount } from '../login/named-account.js';
import type { Expectation } from '../login/oracle/expectation.js';
import { readRequestText } from '../login/oracle/request-text.js';
import { strangersCredentials } from '../login/stranger.js';
import type { PendingRequest, PreparedRequest, RequestFactory, TestUser } from '../profile.js';
import type { CkstackMutation } from './arbitraries/ckstack-mutation.js';
import { ckstackExpectation } from './oracle/expectation.js';
import { sentTid } from './oracle/sent-tid.js';
import {
  type CkstackDraft,
  type CkstackLogin,
  credentialsOf,
  digestOf,
  draftOf,
  ownTexts,
} from './requests/login.js';

type Login = Omit<CkstackLogin, 'tid' | 'now'>;

/**
 * Makes generated requests of a ckstack user.
 * @param sign makes a draft a request; throws `NotChecked` where it cannot
 */
export function ckstackRequestFactory(
  user: TestUser,
  login: Login,
  sign: (draft: CkstackDraft) => Promise<OutgoingRequest>,
): RequestFactory {
  const stranger = strangerOf(login);
  const [own, strange] = [baseRequestOf(login), baseRequestOf(stranger)];
  // Drafts of plain logins, of another time: digests are made once.
  const [ownDraft, strangeDraft] = [plainDraftOf(login), plainDraftOf(stranger)];
  const namesUser = namesAccount(login.userId);

  return {
    user,
    prepare(mutation: CkstackMutation, key: string): PendingRequest {
      const { headers, signed, tid } = mutation;
      const { words, bytes } = mutation.body(mutation.stranger ? strange : own);
      const account = namesUser(bytes) ? user.account : null;
      return {
        changes: [
          ...bodyChanges(mutation, words),
          ...headers.words,
          ...(signed?.words ?? []),
          ...(tid ? [tid.words] : []),
        ],
        account,
        content: () =>
          signed ? null : `${headers.words} ${tid?.encoded} ${Buffer.from(bytes).toString('base64')}`,
        build: () => build(mutation, bytes, account, key),
      };
    },
  };

  async function build(
    { headers, signed, tid, stranger: isStranger }: CkstackMutation,
    body: Uint8Array,
    account: string | null,
    key: string,
  ): Promise<PreparedRequest> {
    const { apiKey, service, nonce } = login;
    const now = new Date();
    let right = '';
    const request = await sign({
      ...(isStranger ? strangeDraft : ownDraft),
      path: withEncodedTid(login.path, tid?.encoded ?? encodeURIComponent(`assay-${nonce}-${key}`)),
      body,
      contentType: headers.contentType,
      headerCase: headers.nameCase,
      authorization: (signature) => {
        right = signature;
        const fault = signed?.authorization;
        return fault ? fault({ apiKey, signature }) : `Open ${apiKey}:${signature}`;
      },
      now,
      date: signed?.date ? signed.date(now) : now.toUTCString(),
      ...(signed?.service ? { service: signed.service(service) } : {}),
    });
    const sent = { path: request.path, headers: request.headers, body };
    const text = readRequestText(body);
    const expectation = ckstackExpectation(sent, { ...login, signature: right, now }, text);
    const known = request.facts?.passwords ?? [];
    const { valid, passwords, userName } = generatedLogin(text, expectation, own, known);
    const sentId = sentTid(sent);
    const blockable = mayBeBlocked({ ...sent, expectation }, ownTexts(login));
    return {
      expectation,
      request: {
        ...request,
        expectation,
        secrets: [...new Set([...request.secrets, ...passwords])],
        facts: {
          valid,
          wrongCredentials: isWrongCredentials(expectation),
          account,
          passwords,
          ...(blockable ? { mayBeBlocked: true } : {}),
          sent: {
            ...(userName === undefined ? {} : { userId: userName }),
            ...(sentId.kind === 'text' ? { tid: sentId.text } : {}),
          },
        },
      },
    };
  }
}

/** Well-formed, but the user or the password is wrong. */
function isWrongCredentials({ faults, open }: Expectation): boolean {
  const wrong = faults.every((fault) => fault === 'wrong-password' || fault === 'unknown-user');
  return faults.length > 0 && open.length === 0 && wrong;
}

function strangerOf(login: Login): Login {
  const { name, password } = strangersCredentials(login.nonce);
  return { ...login, userId: name, password };
}

function plainDraftOf(login: Login): CkstackDraft {
  return draftOf({ ...login, tid: undefined, now: new Date(0) });
}

function withEncodedTid(path: string, encoded: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}tid=${encoded}`;
}

function baseRequestOf(login: Login): BaseRequest {
  return {
    document: nodeOf(credentialsOf({ ...login, tid: undefined, now: new Date(0) })),
    user: ['userId'],
    password: ['password'],
    code: null,
    objects: [[]],
    further: [],
    userName: login.userId,
    typedPassword: login.password,
    sent: (password) => digestOf(password, login.passwordEncoding),
  };
}

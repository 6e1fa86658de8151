import { labelOf } from '../../engine/fuzzing/label.js';
import type {
  PendingRequest,
  PreparedRequest,
  RequestFactory,
} from '../../engine/fuzzing/request-factory.js';
import type { Credentials, TestUser } from '../../engine/test-user.js';
import type { BaseRequest } from '../login/arbitraries/base-request.js';
import { nodeOf } from '../login/arbitraries/json-node.js';
import type { Mutation } from '../login/arbitraries/mutation.js';
import { isAttackText } from '../login/attack-texts.js';
import { accountSpotter } from '../login/named-account.js';
import type { Expectation } from '../login/oracle/expectation.js';
import { textIn } from '../login/oracle/members.js';
import { readRequestText } from '../login/oracle/request-text.js';
import { ckstackExpectation } from './oracle/expectation.js';
import { sentTid } from './oracle/sent-tid.js';
import {
  accountKey,
  type CkstackDraft,
  type CkstackLogin,
  credentialsOf,
  digestOf,
  draftOf,
} from './requests/login.js';

type Login = Omit<CkstackLogin, 'tid' | 'now'>;
type CkstackCredentials = Extract<Credentials, { family: 'ckstack' }>;

const LONGEST_SECRET = 1_024;

/** Makes generated requests of a ckstack user. */
export class CkstackRequestFactory implements RequestFactory {
  readonly user: TestUser;
  readonly account: string;
  readonly #login: Login;
  readonly #sign: CkstackCredentials['sign'];
  readonly #own: BaseRequest;
  readonly #strange: BaseRequest;
  /** Drafts of plain logins, of another time: digests are made once. */
  readonly #ownDraft: CkstackDraft;
  readonly #strangeDraft: CkstackDraft;
  readonly #isNamed: (bytes: Uint8Array) => boolean;

  constructor(testUser: TestUser, { login, sign }: CkstackCredentials) {
    this.user = testUser;
    this.account = accountKey(login);
    this.#login = login;
    this.#sign = sign;
    this.#own = templateOf(login);
    this.#isNamed = accountSpotter(login.userId);
    this.#strange = templateOf(strangerOf(login));
    this.#ownDraft = draftOf({ ...login, tid: undefined, now: new Date(0) });
    this.#strangeDraft = draftOf({ ...strangerOf(login), tid: undefined, now: new Date(0) });
  }

  prepare(mutation: Mutation, key: string, origin = key): PendingRequest {
    const { words, bytes } = mutation.body(mutation.stranger ? this.#strange : this.#own);
    const { headers, signed, tid } = mutation;
    const said = [
      ...(mutation.stranger ? ['nobody’s login'] : []),
      ...words,
      ...headers.words,
      ...(signed?.words ?? []),
      ...(tid === null ? [] : [tid.words]),
    ];
    return {
      changes: said,
      content: () =>
        signed === null ? `${headers.words} ${tid?.encoded} ${Buffer.from(bytes).toString('base64')}` : null,
      account: this.#isNamed(bytes) ? this.account : null,
      build: () => this.#speak(mutation, bytes, labelOf(said, origin), key),
    };
  }

  async #speak(
    { headers, signed, tid, stranger }: Mutation,
    body: Uint8Array,
    label: string,
    key: string,
  ): Promise<PreparedRequest> {
    const { apiKey, service, path: ownPath, nonce } = this.#login;
    const now = new Date();
    const right: { signature: string } = { signature: '' };
    const path = withEncodedTid(ownPath, tid?.encoded ?? encodeURIComponent(`assay-${nonce}-${key}`));
    const changes: Partial<CkstackDraft> = {
      label,
      path,
      body,
      contentType: headers.contentType,
      headerCase: headers.nameCase,
      authorization: (signature) => {
        right.signature = signature;
        const own = { apiKey, signature };
        return signed?.authorization ? signed.authorization(own) : `Open ${apiKey}:${signature}`;
      },
      now,
      date: signed?.date ? signed.date(now) : now.toUTCString(),
      ...(signed?.service ? { service: signed.service(service) } : {}),
    };
    const request = await this.#sign({ ...(stranger ? this.#strangeDraft : this.#ownDraft), ...changes });
    const sent = { path: request.path, headers: request.headers, body };
    const text = readRequestText(body);
    const expectation = ckstackExpectation(sent, { ...this.#login, signature: right.signature, now }, text);
    const sentPassword = textIn(text?.tree, ['password']);
    const passwords = [
      ...(request.facts?.passwords ?? []),
      ...(sentPassword && sentPassword.length <= LONGEST_SECRET ? [sentPassword] : []),
    ].filter((one) => !isAttackText(one));
    const valid = expectation.accept === 'must' || expectation.accept === 'should';
    const sentId = sentTid(sent);
    const userId = valid ? this.#login.userId : textIn(text?.tree, ['userId']);
    return {
      expectation,
      request: {
        ...request,
        secrets: [...new Set([...request.secrets, ...passwords])],
        facts: {
          valid,
          wrongCredentials: isWrongCredentials(expectation),
          account: this.#isNamed(body) ? this.account : null,
          passwords,
          ...(userId === undefined ? {} : { userId }),
          ...(sentId.kind === 'text' ? { tid: sentId.text } : {}),
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
  return { ...login, userId: `nobody-${login.nonce}@example.com`, password: `Nobody-${login.nonce}-1` };
}

function withEncodedTid(path: string, encoded: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}tid=${encoded}`;
}

function templateOf(login: Login): BaseRequest {
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

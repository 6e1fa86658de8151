import { labelOf } from '../../engine/fuzzing/label.js';
import type { PendingRequest, RequestFactory } from '../../engine/fuzzing/request-factory.js';
import type { Credentials, TestUser } from '../../engine/test-user.js';
import type { BaseRequest } from '../login/arbitraries/base-request.js';
import { nodeOf } from '../login/arbitraries/json-node.js';
import type { Mutation } from '../login/arbitraries/mutation.js';
import { isAttackText } from '../login/attack-texts.js';
import { accountSpotter } from '../login/named-account.js';
import { textIn } from '../login/oracle/members.js';
import { readRequestText } from '../login/oracle/request-text.js';
import { type EsignonTruth, esignonExpectation } from './oracle/expectation.js';
import { accountKey, type EsignonLogin, envelopeOf, headersOf, pathOf } from './requests/login.js';

/** Texts longer than this are no passwords that an answer could show. */
const LONGEST_SECRET = 1_024;
const EMAIL = ['body', 'memb_email'];
const PASSWORD = ['body', 'memb_pwd'];

/** Makes generated requests of an eSignon user. */
export class EsignonRequestFactory implements RequestFactory {
  readonly user: TestUser;
  readonly account: string;
  readonly #login: EsignonLogin;
  readonly #truth: EsignonTruth;
  readonly #own: BaseRequest;
  readonly #strange: BaseRequest;
  readonly #isNamed: (bytes: Uint8Array) => boolean;

  constructor(testUser: TestUser, { login }: Extract<Credentials, { family: 'esignon' }>) {
    this.user = testUser;
    this.account = accountKey(login);
    this.#login = login;
    const { request_msg, session_id } = envelopeOf(login).header;
    this.#truth = {
      ...login,
      optional: login.profile === 'esignon-startsimple' ? { request_msg, session_id } : {},
    };
    this.#own = templateOf(login);
    this.#isNamed = accountSpotter(login.email);
    this.#strange = templateOf(strangerOf(login));
  }

  prepare({ stranger, headers: style, body }: Mutation, key: string, origin = key): PendingRequest {
    const login = this.#login;
    const { words, bytes } = body(stranger ? this.#strange : this.#own);
    const path = pathOf(login);
    const headers = headersOf(login.profile, style.contentType).map(
      ([name, value]) => [style.nameCase(name), value] as const,
    );
    const said = [...(stranger ? ['nobody’s login'] : []), ...words, ...style.words];
    const account = this.#isNamed(bytes) ? this.account : null;
    const content = () => `${JSON.stringify(headers)} ${Buffer.from(bytes).toString('base64')}`;
    const build = async () => {
      const text = readRequestText(bytes);
      const expectation = esignonExpectation({ path, headers, body: bytes }, this.#truth, text);
      const sent = textIn(text?.tree, PASSWORD);
      const own = stranger ? strangerOf(login).password : login.password;
      const passwords = [...new Set([own, ...(sent && sent.length <= LONGEST_SECRET ? [sent] : [])])].filter(
        (one) => !isAttackText(one),
      );
      const valid = expectation.accept === 'must' || expectation.accept === 'should';
      const email = valid ? login.email : textIn(text?.tree, EMAIL);
      return {
        expectation,
        request: {
          profile: login.profile,
          method: 'POST',
          path,
          headers,
          body: bytes,
          label: labelOf(said, origin),
          secrets: [...passwords, ...(login.clientId === undefined ? [] : [login.clientId])],
          facts: {
            valid,
            account,
            passwords,
            company: login.company,
            ...(email === undefined ? {} : { email }),
          },
        },
      };
    };
    return { changes: said, content, account, build };
  }
}

function strangerOf(login: EsignonLogin): EsignonLogin {
  return { ...login, email: `nobody-${login.nonce}@example.com`, password: `Nobody-${login.nonce}-1` };
}

function templateOf(login: EsignonLogin): BaseRequest {
  const further = [
    ['header', 'request_msg'],
    ['header', 'session_id'],
    ['body', 'comp_id'],
    ['body', 'client_id'],
  ];
  return {
    document: nodeOf(envelopeOf(login)),
    user: EMAIL,
    password: PASSWORD,
    code: ['header', 'request_code'],
    objects: [[], ['header'], ['body']],
    further: login.profile === 'esignon-startsimple' ? further : [],
    userName: login.email,
    typedPassword: login.password,
    sent: (password) => password,
  };
}

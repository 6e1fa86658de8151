import type { BaseRequest } from '../login/arbitraries/base-request.js';
import { nodeOf } from '../login/arbitraries/json-node.js';
import type { Mutation } from '../login/arbitraries/mutation.js';
import { mayBeBlocked } from '../login/blockable.js';
import { bodyChanges, generatedLogin } from '../login/generated-login.js';
import { namesAccount } from '../login/named-account.js';
import { readRequestText } from '../login/oracle/request-text.js';
import { strangersCredentials } from '../login/stranger.js';
import type { PendingRequest, RequestFactory, TestUser } from '../profile.js';
import { ownTexts, truthOf } from './login-truth.js';
import { esignonExpectation } from './oracle/expectation.js';
import { type EsignonLogin, envelopeOf, headersOf, pathOf } from './requests/login.js';

/** Makes generated requests of an eSignon user. */
export function esignonRequestFactory(user: TestUser, login: EsignonLogin): RequestFactory {
  const { profile, company, clientId } = login;
  const path = pathOf(login);
  const stranger = strangerOf(login);
  const [own, strange] = [baseRequestOf(login), baseRequestOf(stranger)];
  const truth = truthOf(login);
  const namesUser = namesAccount(login.email);
  return {
    user,
    prepare(mutation: Mutation): PendingRequest {
      const { headers: style } = mutation;
      const { words, bytes } = mutation.body(mutation.stranger ? strange : own);
      const account = namesUser(bytes) ? user.account : null;
      const headers = headersOf(profile, style.contentType).map(
        ([name, value]) => [style.nameCase(name), value] as const,
      );
      return {
        changes: [...bodyChanges(mutation, words), ...style.words],
        account,
        content: () => `${JSON.stringify(headers)} ${Buffer.from(bytes).toString('base64')}`,
        build: async () => {
          const text = readRequestText(bytes);
          const expectation = esignonExpectation({ path, headers, body: bytes }, truth, text);
          const madeOf = mutation.stranger ? stranger : login;
          const { valid, passwords, userName } = generatedLogin(text, expectation, own, [madeOf.password]);
          const sent = { path, headers, body: bytes, expectation };
          const blockable = mayBeBlocked(sent, ownTexts(login));
          return {
            expectation,
            request: {
              ...sent,
              profile,
              method: 'POST',
              secrets: [...passwords, ...(clientId === undefined ? [] : [clientId])],
              facts: {
                valid,
                account,
                passwords,
                ...(blockable ? { mayBeBlocked: true } : {}),
                sent: { company, ...(userName === undefined ? {} : { email: userName }) },
              },
            },
          };
        },
      };
    },
  };
}

function strangerOf(login: EsignonLogin): EsignonLogin {
  const { name, password } = strangersCredentials(login.nonce);
  return { ...login, email: name, password };
}

function baseRequestOf(login: EsignonLogin): BaseRequest {
  const further = [
    ['header', 'request_msg'],
    ['header', 'session_id'],
    ['body', 'comp_id'],
    ['body', 'client_id'],
  ];
  return {
    document: nodeOf(envelopeOf(login)),
    user: ['body', 'memb_email'],
    password: ['body', 'memb_pwd'],
    code: ['header', 'request_code'],
    objects: [[], ['header'], ['body']],
    further: login.profile === 'esignon-startsimple' ? further : [],
    userName: login.email,
    typedPassword: login.password,
    sent: (password) => password,
  };
}

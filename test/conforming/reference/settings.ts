import { createHash, createHmac } from 'node:crypto';
import { EMBEDDED_FIXTURES } from '../../../src/provider/embedded-fixtures.js';
import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import { headerOf } from '../../../src/provider/http/call.js';
import type { Fixtures } from '../../support/profiles.js';
import type { ConformingProvider } from '../conforming.js';

const { ckstack: CKSTACK, esignon: ESIGNON } = EMBEDDED_FIXTURES;
const MANY = CKSTACK?.users?.['several-companies'];
const withCkstack = (settings: Fixtures['ckstack']): Fixtures => ({
  ckstack: { ...CKSTACK, ...settings },
});

/** Settings of the fixtures file, and what its lack of them leaves. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'base64-passwords-and-hex-signatures',
    unusual:
      'Passwords travel as base64 of SHA-256; the signature is HMAC-SHA512 in hexadecimal, in any case.',
    profiles: ['ckstack-token'],
    fixtures: withCkstack({
      passwordEncoding: 'base64',
      signature: {
        hmac: 'sha512',
        secret: 'willow-granite-secret-2093-Orbit',
        encoding: 'hex',
        message: '{apiKey}|{method}|{path}|{date}|{body}',
      },
    }),
    start: (serve) =>
      serve({
        stages: {
          'ckstack-token': () => ({
            hashPassword: (password) => createHash('sha256').update(password).digest('base64'),
            sameSignature: (given, expected) => given.toLowerCase() === expected,
            signatureOf: (call) =>
              createHmac('sha512', 'willow-granite-secret-2093-Orbit')
                .update(`key-1|${call.method}|${call.target}|${headerOf(call, 'h-date')}|`)
                .update(Buffer.from(call.body).toString('utf8'))
                .digest('hex'),
          }),
        },
      }),
  },
  {
    id: 'fixed-signature',
    unusual: 'The signature is a fixed one for each API key, whatever is sent.',
    profiles: ['ckstack-token'],
    fixtures: withCkstack({ signature: { fixed: 'Zm9yZXZlci10aGUtc2FtZS1zaWduYXR1cmU' } }),
    start: (serve) =>
      serve({
        stages: { 'ckstack-token': () => ({ signatureOf: () => 'Zm9yZXZlci10aGUtc2FtZS1zaWduYXR1cmU' }) },
      }),
  },
  {
    id: 'one-user-each',
    unusual: 'The fixtures give one user of each service and no blocked company.',
    unchecked: ['ES-24', 'CK-27', 'LG-01', 'LG-03', 'RO-03', 'RO-04'],
    fixtures: {
      esignon: {
        company: 'acme',
        clientId: 'client-1',
        ...(ESIGNON?.user ? { user: ESIGNON.user } : {}),
      },
      ckstack: {
        apiKey: 'key-1',
        service: 'assay',
        ...(CKSTACK?.signature ? { signature: CKSTACK.signature } : {}),
        users: {
          ...(CKSTACK?.users?.['general-user'] ? { 'general-user': CKSTACK.users['general-user'] } : {}),
        },
      },
    },
    start: (serve) => serve(),
  },
  {
    id: 'one-account-of-several-roles',
    unusual: 'One account is administrator, general user and user of several companies in the fixtures.',
    profiles: ['ckstack-token'],
    fixtures: withCkstack({
      users: {
        ...(MANY ? { 'system-administrator': MANY, 'general-user': MANY, 'several-companies': MANY } : {}),
        ...(CKSTACK?.users?.['no-role'] ? { 'no-role': CKSTACK.users['no-role'] } : {}),
      },
    }),
    start: (serve) => serve(),
  },
  {
    id: 'one-token-a-user',
    unusual: 'A user has the same token whenever they log in, at either address.',
    start: (serve) => {
      const tokenOf = (user: string) => createHash('sha256').update(`token of ${user}`).digest('hex');
      const stages = ({ succeed }: EsignonStages): Partial<EsignonStages> => ({
        succeed: (identity, call, all) =>
          succeed(identity, call, { ...all, newToken: () => tokenOf(identity.email) }),
      });
      return serve({
        stages: {
          'esignon-startsimple': stages,
          'esignon-login': stages,
          'ckstack-token': ({ succeed }) => ({
            succeed: (account, call, all) =>
              succeed(account, call, { ...all, newToken: () => tokenOf(`ckstack ${account.userId}`) }),
          }),
        },
      });
    },
  },
  {
    id: 'no-should-kept',
    unusual: 'Nothing is done that is only a SHOULD.',
    leaves: [
      ...['ES-03', 'ES-11', 'ES-18', 'ES-20', 'ES-21', 'ES-22', 'ES-31', 'SS-03', 'SS-04', 'SS-05'],
      ...['CK-02', 'CK-08', 'CK-14', 'CK-20', 'CK-21', 'CK-22', 'CK-25', 'CK-31', 'CK-34'],
    ],
    start: (serve) =>
      serve({
        stages: {
          'esignon-startsimple': ({ isJson, readLogin, refuse, refusals }) => ({
            sameClient: () => true,
            isJson: (call) => isJson(call) || call.method === 'POST',
            readLogin: (document, call) => {
              const given = document as any;
              const { body } = given ?? {};
              const filled =
                typeof body === 'object' && body !== null && !Array.isArray(body)
                  ? { ...given, body: { client_id: 'client-1', ...body, comp_id: call.company } }
                  : given;
              return readLogin(filled, call);
            },
            refuse: (row, call) => {
              const answer = refuse(row, call);
              if (row.code === '10') return answer;
              return { ...answer, header: { ...answer.header, response_code: 'ERROR' } };
            },
            refusals: { ...refusals, method: { ...refusals.method, status: 403 } },
          }),
          'esignon-login': ({ refusals }) => ({
            isJson: () => true,
            refusals: { ...refusals, method: { ...refusals.method, status: 200 } },
          }),
          'ckstack-token': ({ refusals, userRecord, refuse }) => ({
            isJson: () => true,
            checkDate: () => {},
            checkService: () => {},
            userRecord: (account) => {
              const { id, userId } = userRecord(account);
              return { id, userId };
            },
            refuse: (row, call, stages) => {
              const answer = refuse(row, call, stages);
              return row.code === 'E000401' ? answer : { ...answer, ckTid: undefined };
            },
            refusals: { ...refusals, method: { ...refusals.method, status: 200 } },
          }),
        },
        onReply: (reply) => ({ ...reply, headers: { 'content-type': 'text/html' } }),
      }),
  },
];

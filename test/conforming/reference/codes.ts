import { Refusal, type RefusalRow } from '../../../src/provider/http/refusal.js';
import type { ConformingProvider } from '../conforming.js';
import { inTurn } from '../support/json-reply.js';

const choices: readonly { readonly member: string; readonly header: string; readonly status: number }[] = [
  { member: '10', header: '12', status: 200 },
  { member: '12', header: '99', status: 400 },
  { member: '99', header: '12', status: 400 },
];

/** Codes that the contract leaves open. */
export const PROVIDERS: readonly ConformingProvider[] = [
  {
    id: 'codes-as-they-come',
    unusual:
      'Of the codes that a refusal of eSignon may have, each comes in turn; of ckstack they are random.',
    // A wrong password and an unknown user would differ.
    leaves: ['CK-14'],
    start: (serve) => {
      const choice = inTurn(choices);
      const refuse =
        <Rest extends unknown[]>(
          reference: (row: RefusalRow, ...rest: Rest) => any,
          refusals: { readonly member: RefusalRow; readonly header: RefusalRow },
        ) =>
        (row: RefusalRow, ...rest: Rest) => {
          const { member, header } = choice();
          if (row === refusals.member) return reference({ ...row, code: member }, ...rest);
          return reference(row === refusals.header ? { ...row, code: header } : row, ...rest);
        };
      return serve({
        stages: {
          'esignon-startsimple': (reference) => ({ refuse: refuse(reference.refuse, reference.refusals) }),
          'esignon-login': (reference) => ({ refuse: refuse(reference.refuse, reference.refusals) }),
          'ckstack-token': ({ refuse: reference }) => ({
            refuse: (row, call, stages) =>
              reference({ ...row, code: `E${Math.floor(Math.random() * 1e6)}` }, call, stages),
          }),
        },
      });
    },
  },
  {
    id: 'company-looked-up-first',
    unusual:
      'The company is looked at before anything else: unknown 95 or 99, blocked 95, whatever was sent.',
    profiles: ['esignon-startsimple', 'esignon-login'],
    start: (serve) =>
      serve({
        stages: {
          'esignon-login': ({ isJson, refusals }) => ({
            refusals: { ...refusals, target: { ...refusals.blocked, status: 400 } },
            isJson: (call) => {
              const company = call.accounts.esignon.companies.find(({ id }) => id === call.company);
              if (!company || company.blocked) throw new Refusal(company ? 'blocked' : 'target');
              return isJson(call);
            },
          }),
          'esignon-startsimple': ({ isJson }) => ({
            isJson: (call) => {
              if (!call.accounts.esignon.companies.some(({ id }) => id === call.company)) {
                throw new Refusal('header');
              }
              return isJson(call);
            },
          }),
        },
      }),
  },
  {
    id: 'body-read-before-headers',
    unusual: 'ckstack looks at credentials first, then at the signed headers.',
    profiles: ['ckstack-token'],
    start: (serve) =>
      serve({
        stages: {
          'ckstack-token': ({ authenticate, checkAuthorization, checkDate, checkService }) => ({
            checkDate: () => {},
            checkService: () => {},
            checkAuthorization: () => {},
            authenticate: async (login, call, stages) => {
              const account = await authenticate(login, call, stages);
              checkAuthorization(call, stages);
              checkService(call, stages);
              checkDate(call, stages);
              return account;
            },
          }),
        },
      }),
  },
];

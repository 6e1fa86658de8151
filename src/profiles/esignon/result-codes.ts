import type { EsignonProfile } from './requests/login.js';

export const SUCCESS_CODE = '00';

/** Every code of the table of each document, and what it means, in our own words. */
export const RESULT_CODES: Readonly<
  Record<EsignonProfile, readonly (readonly [code: string, meaning: string])[]>
> = {
  'esignon-startsimple': [
    [SUCCESS_CODE, 'success'],
    ['10', 'failure, without saying of what'],
    ['12', 'the body of the message cannot be parsed'],
    ['99', 'unexpected exception (wrong format)'],
  ],
  'esignon-login': [
    [SUCCESS_CODE, 'success'],
    ['10', 'the login information is not right'],
    ['12', 'the body of the message cannot be parsed'],
    ['95', 'the company may not call the API'],
    ['99', 'unexpected exception (wrong format)'],
  ],
};

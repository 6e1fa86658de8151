import { createHash } from 'node:crypto';
import type { BaseRequest } from '../../../../../src/profiles/login/arbitraries/base-request.js';
import { nodeOf } from '../../../../../src/profiles/login/arbitraries/json-node.js';

const EMAIL = 'mina@example.com';
const PASSWORD = 'Mossy-Kestrel-41#Tarn "é😀/\\';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The plain document of each family, whose password needs escapes and has characters outside ASCII. */
export const DOCUMENTS = {
  esignon: { header: { request_code: '1001Q' }, body: { memb_email: EMAIL, memb_pwd: PASSWORD } },
  ckstack: { userId: EMAIL, password: sha256(PASSWORD) },
};

export const ESIGNON_BASE: BaseRequest = {
  document: nodeOf(DOCUMENTS.esignon),
  user: ['body', 'memb_email'],
  password: ['body', 'memb_pwd'],
  code: ['header', 'request_code'],
  objects: [[], ['header'], ['body']],
  further: [],
  userName: EMAIL,
  typedPassword: PASSWORD,
  sent: (password) => password,
};

export const CKSTACK_BASE: BaseRequest = {
  document: nodeOf(DOCUMENTS.ckstack),
  user: ['userId'],
  password: ['password'],
  code: null,
  objects: [[]],
  further: [],
  userName: EMAIL,
  typedPassword: PASSWORD,
  sent: sha256,
};

export const BASE_REQUESTS = [
  ['esignon', ESIGNON_BASE, DOCUMENTS.esignon],
  ['ckstack', CKSTACK_BASE, DOCUMENTS.ckstack],
] as const;

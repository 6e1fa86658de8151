import { createHash, createHmac } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { printable } from '../../text/printable.js';
import type { SignatureSetting } from './fixtures.js';
import { SignerError } from './signer-error.js';

/** What a signature is computed from: the request as sent, a missing header as the empty string. */
export interface SignerInput {
  readonly method: string;
  /** Path with any prefix and its query. */
  readonly path: string;
  /** `H-Date`. */
  readonly date: string;
  /** `Ck-Service`. */
  readonly service: string;
  /** As UTF-8 text; empty when there is none. */
  readonly body: string;
  readonly apiKey: string;
}

/** A key that is not the right one: `none` is the bare digest of the message. */
export type ForeignKey = 'empty' | 'another' | 'none';

/**
 * Makes the signature of a `ckstack-token` request.
 * @param key signs with this key instead of the right one; only an HMAC of ours can, any other signer signs as ever
 * @throws {SignerError} when none can be made
 */
export type Signer = (input: SignerInput, key?: ForeignKey) => Promise<string>;

/** The message of the contract: method, path with query, H-Date, Ck-Service, each on a line. */
const DEFAULT_MESSAGE = '{method}\n{path}\n{date}\n{service}';

const PLACEHOLDER = /\{(method|path|date|service|body|apiKey)\}/g;

/** How long the user's module may take for one signature. */
const MODULE_TIMEOUT_MS = 10_000;

/**
 * @param setting `ckstack.signature` of the fixtures file, its module path absolute; `undefined`: the signer only
 *   throws
 * @param moduleTimeoutMs how long the user's module may take for one signature
 */
export function createSigner(
  setting: SignatureSetting | undefined,
  moduleTimeoutMs = MODULE_TIMEOUT_MS,
): Signer {
  if (setting === undefined) {
    return async () => {
      throw new SignerError('the fixtures file has no ckstack.signature to sign requests with');
    };
  }
  if ('fixed' in setting) return async () => setting.fixed;
  if ('module' in setting) return moduleSigner(setting.module, moduleTimeoutMs);
  return async (input, key) => hmac(setting, input, key);
}

function hmac(
  setting: Extract<SignatureSetting, { readonly hmac: string }>,
  input: SignerInput,
  key?: ForeignKey,
): string {
  const template = setting.message ?? DEFAULT_MESSAGE;
  const message = template.replace(PLACEHOLDER, (_, name: keyof SignerInput) => input[name]);
  try {
    const secret = key === 'empty' ? '' : key === 'another' ? `${setting.secret}x` : setting.secret;
    const hash = key === 'none' ? createHash(setting.hmac) : createHmac(setting.hmac, secret);
    return hash.update(message, 'utf8').digest(setting.encoding ?? 'base64');
  } catch (error) {
    throw new SignerError(
      `ckstack.signature.hmac: this Node has no digest "${printable(setting.hmac, 40)}"`,
      {
        cause: error,
      },
    );
  }
}

function moduleSigner(path: string, timeoutMs: number): Signer {
  let loading: Promise<(input: SignerInput) => unknown> | undefined;
  return async (input) => {
    loading ??= load(path);
    const sign = await loading;
    const signature = await within(timeoutMs, async () => sign({ ...input }));
    if (typeof signature !== 'string' || signature === '') {
      const got = signature === '' ? 'the empty string' : signature === null ? 'null' : typeof signature;
      throw new SignerError(
        `the module of ckstack.signature must return a string, not empty; it returned ${got}`,
      );
    }
    if (/[^\t\x20-\x7e\x80-\xff]/.test(signature)) {
      throw new SignerError(
        'the module of ckstack.signature returned a string that is not allowed in a header',
      );
    }
    return signature;
  };
}

async function load(path: string): Promise<(input: SignerInput) => unknown> {
  let exported: unknown;
  try {
    exported = ((await import(pathToFileURL(path).href)) as { readonly default?: unknown }).default;
  } catch (error) {
    throw new SignerError(`the module of ckstack.signature cannot be loaded: ${said(error)}`, {
      cause: error,
    });
  }
  if (typeof exported !== 'function') {
    throw new SignerError('the module of ckstack.signature has no function as its default export');
  }
  return exported as (input: SignerInput) => unknown;
}

async function within(timeoutMs: number, sign: () => Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new SignerError(`the module of ckstack.signature gave no signature within ${timeoutMs} ms`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([sign(), late]);
  } catch (error) {
    if (error instanceof SignerError) throw error;
    throw new SignerError(`the module of ckstack.signature threw: ${said(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function said(error: unknown): string {
  return printable(
    error instanceof Error ? `${error.name}: ${error.message}` : 'a value that is not an error',
    200,
  );
}

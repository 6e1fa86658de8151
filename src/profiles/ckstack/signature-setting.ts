import { createHmac, getHashes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearest } from '../../text/nearest.js';
import type { SignatureSetting } from './fixtures.js';

const PLACEHOLDERS = ['method', 'path', 'date', 'service', 'body', 'apiKey'];

/** A setting ready for use, or what is wrong with it. */
export type CheckedSignature =
  | { readonly setting: SignatureSetting }
  /** Each names its member, and is a sentence without full stop. */
  | { readonly problems: readonly string[] };

/**
 * Checks what the JSON Schema of the fixtures cannot: that the digest is one that this Node has, that the message has
 * known placeholders, that the module is there and has a function as its default export.
 *
 * @param setting `ckstack.signature`, of the schema
 * @param fixturesFile absolute path of the file that it is in
 * @returns the setting with `module` made absolute
 */
export async function checkSignature(
  setting: SignatureSetting,
  fixturesFile: string,
): Promise<CheckedSignature> {
  if ('fixed' in setting) return { setting };
  if ('module' in setting) return checkModule(resolve(dirname(fixturesFile), setting.module));
  const problems = [...digestProblems(setting.hmac), ...messageProblems(setting.message ?? '')];
  return problems.length === 0 ? { setting } : { problems };
}

function digestProblems(digest: string): readonly string[] {
  const known = getHashes().filter((name) => /^[a-z0-9-]+$/.test(name) && !/with|rsa|ssl/.test(name));
  if (getHashes().some((name) => name.toLowerCase() === digest.toLowerCase()) && makesHmac(digest)) return [];
  const near = nearest(digest, known);
  const hint =
    near === null
      ? `such as ${known.filter((name) => name.startsWith('sha')).join(', ')}`
      : `such as ${near}`;
  return [`ckstack.signature.hmac must be the name of a digest that this Node has, ${hint}`];
}

function makesHmac(digest: string): boolean {
  try {
    return createHmac(digest, '').update('').digest().length > 0;
  } catch {
    return false;
  }
}

function messageProblems(message: string): readonly string[] {
  const names = [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const unknown = names.find((name) => !PLACEHOLDERS.includes(name));
  if (unknown === undefined) return [];
  const known = PLACEHOLDERS.map((name) => `{${name}}`).join(' ');
  const near = nearest(unknown, PLACEHOLDERS);
  const hint = near === null ? '' : `; did you mean {${near}}?`;
  return [`ckstack.signature.message may have the placeholders ${known} only${hint}`];
}

async function checkModule(path: string): Promise<CheckedSignature> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile)
    return { problems: ['ckstack.signature.module does not name a file; give one relative to this file'] };
  try {
    const { default: sign }: { default?: unknown } = await import(pathToFileURL(path).href);
    if (typeof sign === 'function') return { setting: { module: path } };
    return { problems: ['ckstack.signature.module has no function as its default export'] };
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'a value that is not an error';
    return {
      problems: [`ckstack.signature.module cannot be loaded (it throws ${kind}); try node on it alone`],
    };
  }
}

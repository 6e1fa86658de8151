import { X509Certificate } from 'node:crypto';
import { OptionValueError } from '../errors/option-value-error.js';
import { type GivenValue, lastText } from './given-value.js';
import { readTextFile, userFile } from './text-file.js';

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * Reads the certificates to trust from a PEM file.
 *
 * @returns PEM text of the certificates alone, whatever else the file holds (a private key, say)
 * @throws {UnreadableFileError} when the file cannot be read
 * @throws {OptionValueError} when it holds no certificate, or a broken one
 */
export async function certificates(given: GivenValue): Promise<string> {
  const shown = lastText(given);
  const text = await readTextFile(userFile(shown, given.cwd, given.origin));
  const blocks = text.match(BLOCK) ?? [];
  if (blocks.length === 0) {
    throw new OptionValueError(
      given.origin,
      shown,
      'contains no certificate; name a PEM file (-----BEGIN CERTIFICATE-----)',
    );
  }
  blocks.forEach((block, index) => {
    if (isCertificate(block)) return;
    throw new OptionValueError(
      given.origin,
      shown,
      `contains a broken certificate (number ${index + 1} in the file)`,
    );
  });
  return `${blocks.join('\n')}\n`;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

import { createHash } from 'node:crypto';

/** Random text made from a seed: eight lower-case letters and digits, the first a letter. */
export function nonceOf(seed: number): string {
  const digest = createHash('sha256').update(`token-assay ${seed}`).digest('hex');
  return `q${BigInt(`0x${digest.slice(0, 16)}`)
    .toString(36)
    .slice(0, 7)
    .padEnd(7, '0')}`;
}

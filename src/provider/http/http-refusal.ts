import { Refusal } from './refusal.js';

/**
 * The refusal behind an error that Fastify raised before the stages ran.
 * @param error whatever was thrown
 * @returns null when it is no mistake of the client's, but a defect of the provider
 */
export function httpRefusal(error: unknown): Refusal | null {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return new Refusal('too-large');
  if (status === 415) return new Refusal('media-type');
  return status >= 400 && status < 500 ? new Refusal('unparsable') : null;
}

/** JSON of any shape: mutants walk it by member names, and a wrong walk shows as a mutant that is not alive. */
export type Json = any;

/** The bytes or the text of a reply as text. */
export function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
}

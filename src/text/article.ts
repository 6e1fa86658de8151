/** A noun with its indefinite article: `an array`, `a string`; `null` has none. */
export function withArticle(noun: string): string {
  return noun === 'null' ? noun : `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

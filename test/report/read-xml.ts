import assert from 'node:assert/strict';

/** An element as a parser sees it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReadElement[];
  text: string;
}

/** Every character that XML 1.0 allows. */
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const ATTRIBUTE = /\s+([a-z]+)="([^"<]*)"/gy;

/** A strict reader of the XML that reports are: throws on whatever is not well-formed. */
export function readXml(xml: string): ReadElement {
  assert.match(xml, LEGAL, 'a character that XML cannot carry');
  const [, body = ''] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n(.*)\n$/s.exec(xml) ?? [];
  const top: ReadElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const token = /<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (token.lastIndex < body.length) {
    const at = token.lastIndex;
    const match = token.exec(body);
    assert.ok(match, `not well-formed at: ${body.slice(at, at + 80)}`);
    const [, closing, name = '', attributes = '', empty, text] = match;
    const current = open.at(-1) ?? top;
    if (text !== undefined) {
      current.text += decode(text);
    } else if (closing) {
      assert.equal(open.pop()?.name, name);
    } else {
      const read = [...attributes.matchAll(ATTRIBUTE)].map(
        ([, key = '', value = '']) => [key, decode(value)] as const,
      );
      assert.equal(new Set(read.map(([key]) => key)).size, read.length, 'an attribute twice');
      const element: ReadElement = { name, attributes: Object.fromEntries(read), children: [], text: '' };
      current.children.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(open.length, 1, 'an element is not closed');
  assert.equal(top.children.length, 1, 'one root element');
  return top.children[0] ?? top;
}

function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (reference, inner: string) => {
    assert.match(reference, /^&#\d+;$/, `a reference that nobody declared: ${reference}`);
    const character = String.fromCodePoint(Number(inner.slice(1)));
    assert.match(character, LEGAL);
    return character;
  });
}

import { xmlEncode } from '../text/escape/xml.js';

/** An XML element. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Elements, or one text. */
  readonly content: readonly XmlElement[] | string;
}

/**
 * Makes an element.
 *
 * @param name a valid XML name, as are the names of the attributes
 * @param attributes values that `xmlText` made, or numbers
 * @param content elements, or one text that `xmlText` made; empty: an empty tag
 */
export function xmlElement(
  name: string,
  attributes: XmlElement['attributes'],
  content: XmlElement['content'] = [],
): XmlElement {
  return { name, attributes, content };
}

/** A whole document, indented; a parser reads every text back as it is. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`;
}

function write({ name, attributes, content }: XmlElement, indent: string): string {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlEncode(String(value))}"`);
  const open = `${indent}<${name}${named.join('')}`;
  if (content.length === 0) return `${open}/>`;
  if (typeof content === 'string')
    return `${open}>${content.split('\n').map(xmlEncode).join('\n')}</${name}>`;
  return [`${open}>`, ...content.map((child) => write(child, `${indent}  `)), `${indent}</${name}>`].join(
    '\n',
  );
}

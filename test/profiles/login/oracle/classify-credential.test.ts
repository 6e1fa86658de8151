import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ATTACK_TEXTS } from '../../../../src/profiles/login/attack-texts.js';
import {
  type CredentialClass,
  classifyName,
  classifyPassword,
} from '../../../../src/profiles/login/oracle/classify-credential.js';

const BLANKS = ' '.repeat(8 * 1024);
const EMAIL = 'mina@example.com';
const PASSWORD = 'Mossy-Kestrel-41#Tarn';

type Row = readonly [what: string, given: string, likeness: CredentialClass];

const EMAILS: readonly Row[] = [
  ['itself', EMAIL, 'same'],
  ['before 8 KiB of blanks', `${EMAIL}${BLANKS}`, 'form'],
  ['between 8 KiB of line feeds', `${BLANKS.replaceAll(' ', '\n')}${EMAIL}\n`, 'form'],
  ['before 8 KiB of blanks and more', `${EMAIL}${BLANKS}x`, 'attack'],
  ['with 8 KiB of blanks in it', EMAIL.replace('@', `${BLANKS}@`), 'attack'],
  ['another behind 8 KiB of blanks', `${BLANKS}bora@example.com`, 'attack'],
  ['and a domain more', `${EMAIL}.kr`, 'ordinary'],
  ['and six letters more', `${EMAIL}.abcdef`, 'ordinary'],
  ['and a letter more', `${EMAIL}x`, 'ordinary'],
  ['less its last letter', EMAIL.slice(0, -1), 'ordinary'],
  ['and a letter more before it', `a${EMAIL}`, 'ordinary'],
  ['and a digit more', `${EMAIL}7`, 'odd'],
  ['with a digit in its last label', 'mina@example.c7m', 'odd'],
  ['and digits more', `${EMAIL}.q1sarcdz`, 'odd'],
  ['and seven letters more', `${EMAIL}.abcdefg`, 'odd'],
  ['with one letter in its last label', 'mina@example.c', 'odd'],
];

const PASSWORDS: readonly Row[] = [
  ['itself', PASSWORD, 'same'],
  ['before a blank', `${PASSWORD} `, 'ordinary'],
  ['between two blanks', `  ${PASSWORD}  `, 'ordinary'],
  ['before a tab', `${PASSWORD}\t`, 'odd'],
  ['behind a line feed', `\n${PASSWORD}`, 'odd'],
  ['before CR and LF', `${PASSWORD}\r\n`, 'odd'],
  ['before a no-break space', `${PASSWORD}\u00a0`, 'odd'],
  ['before an ideographic space', `${PASSWORD}\u3000`, 'odd'],
  ['with a tab in it', PASSWORD.replace('-', '\t'), 'attack'],
  ['before 8 KiB of blanks', `${PASSWORD}${BLANKS}`, 'attack'],
];

describe('how near a text comes to the right one', () => {
  for (const [what, given, likeness] of EMAILS) {
    test(`the e-mail ${what}: ${likeness}`, () => assert.equal(classifyName(given, EMAIL), likeness));
  }

  for (const [what, given, likeness] of PASSWORDS) {
    test(`the password ${what}: ${likeness}`, () =>
      assert.equal(classifyPassword(given, PASSWORD), likeness));
  }

  test('texts that the suite sends as attacks are attacks, where they are not the right one', () => {
    for (const text of ATTACK_TEXTS) {
      assert.equal(classifyPassword(text, PASSWORD), 'attack', text);
      assert.equal(classifyName(text, EMAIL), 'attack', text);
      assert.equal(classifyPassword(text, text), 'same', text);
    }
  });

  test('a last label like that of the right e-mail is ordinary', () => {
    for (const domain of ['technology', 'xn--3e0b707e']) {
      assert.equal(classifyName(`joon@example.${domain}`, `mina@example.${domain}`), 'ordinary');
    }
  });

  test('white space of the right password is ordinary in others', () => {
    assert.equal(classifyPassword('Mossy\u3000Kestrel-42', 'Mossy\u3000Kestrel-41'), 'ordinary');
  });
});

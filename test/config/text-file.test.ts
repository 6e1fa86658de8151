import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { isThere, MAX_FILE_BYTES, readTextFile, userFile } from '../../src/config/text-file.js';
import { assertSays, refusal } from './support/refusal.js';
import { tempFolder } from './support/temp-folder.js';

describe('a file of text', () => {
  test('is read whole, up to the limit, without its byte order mark', async (context) => {
    const longest = 'x'.repeat(MAX_FILE_BYTES);
    const cwd = await tempFolder(context, { 'a.txt': '\ufeffgrün 한', 'b.txt': '', 'c.txt': longest });
    assert.equal(await readTextFile(userFile('a.txt', cwd)), 'grün 한');
    assert.equal(await readTextFile(userFile(join(cwd, 'b.txt'), '/')), '');
    assert.equal(await readTextFile(userFile('c.txt', cwd)), longest);
  });

  test('is refused with the reason, and with the option that named it', async (context) => {
    const cwd = await tempFolder(context, {
      'long.txt': 'x'.repeat(MAX_FILE_BYTES + 1),
      'latin.txt': Buffer.from('grün', 'latin1'),
    });
    await symlink('loop', join(cwd, 'loop'));
    const cases = [
      ['none.txt', 'no such file'],
      ['long.txt/below', 'no such file'],
      ['.', 'it is a folder'],
      ['long.txt', 'it is larger than 1 MiB'],
      ['latin.txt', 'it is not UTF-8 text'],
      ['loop', 'too many levels of symbolic links'],
    ] as const;
    for (const [name, reason] of cases) {
      const error = await refusal(readTextFile(userFile(name, cwd, '--fixtures')));
      assert.equal(error.code, 'ASSAY_FILE_UNREADABLE');
      assertSays(error.message, [`--fixtures: ${name} cannot be read: `, reason], [cwd]);
    }
    assert.match((await refusal(readTextFile(userFile('none.txt', cwd)))).message, /^none\.txt cannot/);
  });

  test('is there or not', async (context) => {
    const cwd = await tempFolder(context, { 'a.txt': '' });
    assert.equal(await isThere(join(cwd, 'a.txt')), true);
    assert.equal(await isThere(join(cwd, 'b.txt')), false);
  });
});

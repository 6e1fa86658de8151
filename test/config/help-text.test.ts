import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { helpText } from '../../src/config/help-text.js';
import { parseConfig } from '../../src/config/parse-config.js';
import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import { OPTION_NAMES, optionOf } from './support/options.js';

describe('the help', () => {
  const text = helpText(BUILT_IN_PROFILES);

  test('is what --help gives', async () => {
    assert.deepEqual(await parseConfig(['--help'], {}, '/'), { kind: 'help', text });
  });

  test('has a line for every option, with its value and default', () => {
    const flowing = text.replaceAll(/\s+/g, ' ');
    for (const name of OPTION_NAMES) {
      const { value, default: standard, help } = optionOf(name);
      assert.match(text, new RegExp(`^  (-\\w, )?--${name}(=| )`, 'm'));
      assert.ok(flowing.includes(`--${name}${value === undefined ? '' : `=${value}`} ${help}`), name);
      if (value !== undefined && standard !== undefined) {
        assert.ok(flowing.includes(`${help} (default: ${standard})`), name);
      }
    }
  });

  test('fits 100 columns', () => {
    for (const line of text.split('\n')) assert.ok(line.length <= 100, line);
  });

  test('tells environment, exit codes and examples', () => {
    for (const heading of ['Environment:', 'Exit codes:', 'Examples:']) {
      assert.ok(text.includes(`\n${heading}\n`), heading);
    }
    for (const code of [0, 1, 2, 3]) assert.match(text, new RegExp(`^  ${code}  \\w`, 'm'));
    assert.ok(text.includes('ASSAY_FUZZ_RUNS'));
    assert.ok(text.includes(`\${env:NAME}`));
  });

  test('has examples that are accepted, but for files that they name', async () => {
    const examples = text.split('\n').filter((line) => /^ {2}npx token-assay --/.test(line));
    assert.ok(examples.length >= 3);
    for (const example of examples) {
      const words = example
        .replaceAll("'", '')
        .split(/ (?=--)/)
        .slice(1);
      const argv = words.filter((word) => !word.startsWith('--fixtures'));
      const invocation = await parseConfig(argv, {}, tmpdir());
      assert.ok(['run', 'list'].includes(invocation.kind), example);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { PactFile } from '../../src/config/pact-files.js';
import { PACT } from './support/pact.js';
import { assertSays, refusal } from './support/refusal.js';
import { runConfig } from './support/run-config.js';
import { tempFolder } from './support/temp-folder.js';

async function load(context: TestContext, files: Record<string, string>): Promise<readonly PactFile[]> {
  const cwd = await tempFolder(context, files);
  return (await runConfig(['--pacts=.'], {}, cwd)).pacts;
}

const [INTERACTION] = PACT.interactions;

describe('a folder of pacts', () => {
  test('gives every *.json in it, by name; other files are passed over', async (context) => {
    const text = JSON.stringify(PACT);
    const pacts = await load(context, {
      'b.json': text,
      'a.json': text,
      'readme.md': 'x',
      'c.json.bak': '{',
    });
    assert.deepEqual(
      pacts.map(({ shown }) => shown),
      ['a.json', 'b.json'],
    );
    assert.deepEqual(pacts[0]?.document, PACT);
  });

  const accepted: readonly (readonly [what: string, change: object])[] = [
    ['version 2', { metadata: { pactSpecification: { version: '2.0.0' } } }],
    ['version 3', { metadata: { pactSpecification: { version: '3.0.0' } } }],
    ['version 4', { metadata: { pactSpecification: { version: '4.0' } } }],
    ['the version by its older names', { metadata: { pactSpecificationVersion: '2.0.0' } }],
    ['the version by another', { metadata: { 'pact-specification': { version: '3' } } }],
    [
      'messages alone',
      {
        interactions: undefined,
        messages: [{ description: 'said' }],
        metadata: { pactSpecification: { version: '3.0.0' } },
      },
    ],
    ['an interaction of a plugin', { interactions: [{ type: 'Synchronous/Messages', description: 'said' }] }],
  ];
  for (const [what, change] of accepted) {
    test(`may hold ${what}`, async (context) => {
      assert.equal((await load(context, { 'a.json': JSON.stringify({ ...PACT, ...change }) })).length, 1);
    });
  }
});

describe('a pact that is refused', () => {
  const refused: readonly (readonly [what: string, content: unknown, ...parts: string[]])[] = [
    ['an empty file', '', 'a.json is not valid JSON', 'it is empty'],
    ['no JSON', '{"consumer":', 'a.json is not valid JSON at line 1'],
    ['an HTML page', '<html></html>', 'a.json is not valid JSON at line 1, column 1'],
    ['an array', [], 'a.json: this is not a pact file'],
    ['another JSON file', { name: 'x' }, 'consumer.name'],
    ['no name of a provider', { ...PACT, provider: {} }, 'provider.name'],
    ['no version', { ...PACT, metadata: {} }, 'version is missing', 'accepted are versions 2, 3 and 4'],
    [
      'version 1',
      { ...PACT, metadata: { pactSpecification: { version: '1.0.0' } } },
      '"1.0.0"',
      '2, 3 and 4',
    ],
    ['version 9', { ...PACT, metadata: { pactSpecification: { version: '9' } } }, '"9"', '2, 3 and 4'],
    ['version 40', { ...PACT, metadata: { pactSpecification: { version: '40' } } }, '"40"'],
    [
      'a version that is a number',
      { ...PACT, metadata: { pactSpecification: { version: 4 } } },
      'version is 4',
    ],
    ['no interactions', { ...PACT, interactions: [] }, 'has no interaction'],
    ['no list of them', { ...PACT, interactions: {} }, 'interactions must be an array'],
    ['none without a name', { ...PACT, interactions: [{}] }, 'interaction 1 has no description'],
    [
      'none without an answer',
      { ...PACT, interactions: [INTERACTION, { description: 'x', request: {} }] },
      'interaction 2 has no request or no response',
    ],
  ];
  for (const [what, content, ...parts] of refused) {
    test(`${what}: exit 2, one sentence`, async (context) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      const { message } = await refusal(load(context, { 'a.json': text }));
      assertSays(message, ['a.json', ...parts]);
      assert.doesNotMatch(message, /\n/);
    });
  }

  test('a folder without any', async (context) => {
    const { message } = await refusal(load(context, { 'readme.md': 'x' }));
    assert.equal(message, '--pacts: "." contains no pact file (*.json).');
  });

  test('one that is too large', async (context) => {
    const { message } = await refusal(load(context, { 'a.json': ' '.repeat(16 * 1024 * 1024 + 1) }));
    assert.equal(message, '--pacts: a.json cannot be read: it is larger than 16 MiB.');
  });
});

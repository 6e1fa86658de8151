import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { waiversProblems } from '../../src/config/waivers-schema.js';
import { problemSentence } from '../../src/schema/problem.js';

describe('the schema of the waivers', () => {
  test('accepts what the interface shows', () => {
    const waiver = { clause: 'ES-18', reason: 'known', until: '2027-03-31', ticket: 'T-1' };
    assert.deepEqual(waiversProblems([waiver]), []);
  });

  test('asks for clause, reason and until, and says what each is', async () => {
    const { items } = JSON.parse(
      await readFile(new URL('../../../schemas/waivers.schema.json', import.meta.url), 'utf8'),
    );
    assert.deepEqual(waiversProblems([{}]).map(problemSentence), [
      `[0].clause is missing; give ${items.properties.clause.description}`,
      `[0].reason is missing; give ${items.properties.reason.description}`,
      `[0].until is missing; give ${items.properties.until.description}`,
    ]);
  });
});

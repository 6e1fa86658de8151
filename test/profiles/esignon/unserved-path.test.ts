import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answered, esignonRequest, violatedIn, withFacts } from '../login/sample-exchanges.js';

const TOKEN = '{"header":{"result_code":"10"},"body":{"access_token":"0123456789abcdef"}}';

/** The clauses that a login violates by this answer. */
function violated(status: number, body: string, mayLeadNowhere: boolean): readonly string[] {
  const request = withFacts(esignonRequest(), { valid: false, mayLeadNowhere });
  return violatedIn(answered(request, { status, body }));
}

describe('the checks that every exchange goes through', () => {
  test('a page with HTTP 404 is no answer of an endpoint', () => {
    assert.ok(violated(404, '<h1>Not Found</h1>', false).includes('ES-17'));
  });

  test('where the path may lead to none, a page is one', () => {
    assert.deepEqual(violated(404, '<h1>Not Found</h1>', true), []);
  });

  test('even there a server error and a token are violations', () => {
    assert.deepEqual(violated(500, '<h1>Oops</h1>', true), ['ES-17']);
    assert.deepEqual(violated(200, TOKEN, true), ['ES-16']);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLarge } from '../../src/http/request-size.js';
import { esignonRequest } from '../profiles/login/sample-exchanges.js';

const LIMIT = 8 * 1024;

test('a request is large above 8 KiB of path, headers and body together', () => {
  const sized = (path: number, value: number, body: number | null) => ({
    ...esignonRequest(),
    path: 'p'.repeat(path),
    // the name, a colon, a space and the end of the line count as well
    headers: value === 0 ? [] : ([['name', 'v'.repeat(value - 8)]] as const),
    body: body === null ? null : Buffer.alloc(body),
  });
  for (const [path, value, body] of [
    [LIMIT, 0, null],
    [0, LIMIT, null],
    [0, 0, LIMIT],
    [100, 200, LIMIT - 300],
  ] as const) {
    assert.equal(isLarge(sized(path, value, body)), false, `${path} ${value} ${body}`);
    assert.equal(isLarge(sized(path + 1, value, body)), true, `${path} ${value} ${body}`);
  }
});

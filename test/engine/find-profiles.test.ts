import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findProfiles } from '../../src/engine/find-profiles.js';
import type { OpenProfile } from '../../src/engine/test-users.js';
import { NotChecked } from '../../src/errors/not-checked.js';
import { openProfile } from '../support/profiles.js';

const CANDIDATES = ['esignon-startsimple', 'esignon-login'].map((name) => openProfile(name, {}));
const SILENT = new NotChecked('unanswered', 'the target gives no answer: it hung up');

const probeWith =
  (served: readonly string[], error: unknown) =>
  async ({ profile: { name } }: OpenProfile) => {
    if (!served.includes(name)) throw error;
    return { name, served: true, how: 'answers logins' };
  };

test('an endpoint that hangs up is not served where another is', async () => {
  assert.deepEqual(await findProfiles(CANDIDATES, null, probeWith(['esignon-login'], SILENT)), [
    { name: 'esignon-startsimple', served: false, how: 'the target gives no answer: it hung up' },
    { name: 'esignon-login', served: true, how: 'answers logins' },
  ]);
});

test('where none is served, there is no answer', async () => {
  await assert.rejects(findProfiles(CANDIDATES, null, probeWith([], SILENT)), SILENT);
});

test('a target that throttles is not taken for one that serves less', async () => {
  const throttled = new NotChecked('throttled', 'the target throttles');
  await assert.rejects(findProfiles(CANDIDATES, null, probeWith(['esignon-login'], throttled)), throttled);
});

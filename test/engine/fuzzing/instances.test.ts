import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClauseFacts } from '../../../src/verdict/build-verdict.js';
import type { Violation } from '../../../src/verdict/check.js';
import { withoutInstances } from '../../../src/verdict/instances.js';
import { redactedText } from '../../redaction/redacted.js';

const WRITTEN = ['@esignon-login', '@must', '@ES-12'];
const GENERATED = ['@esignon-login', '@fuzzing', '@must', '@ES-27'];

function seen(
  clause: string,
  tags: readonly string[],
  instanceOf?: string,
): ClauseFacts['violations'][number] {
  const scenario = { name: 'a scenario', rule: '', feature: '', location: 'features/x.feature:1', tags };
  const violation: Violation = {
    clause,
    level: 'MUST',
    profile: 'esignon-login',
    since: '2026-11',
    kind: 'code-99',
    finding: `${clause}.a-scenario.code-99`,
    expected: redactedText(''),
    actual: redactedText(''),
    exchanges: [],
    scenario,
    ...(instanceOf === undefined ? {} : { instanceOf }),
  };
  return { violation, times: 1 };
}

const facts = (...violations: ClauseFacts['violations']): ClauseFacts => ({ checks: 9, violations });
const never = () => false;

describe('a violation of a clause on generated requests', () => {
  const found = seen('ES-27', GENERATED, 'ES-12');
  const rows: readonly (readonly [what: string, ClauseFacts | undefined, string[], waived?: true])[] = [
    [
      'falls under a clause that a written scenario found violated',
      facts(seen('ES-12', WRITTEN)),
      ['ES-12, which is violated'],
    ],
    ['stands where only generated requests found the other', facts(seen('ES-12', GENERATED)), []],
    [
      'falls under a clause that is waived',
      facts(seen('ES-12', GENERATED)),
      ['ES-12, which is waived'],
      true,
    ],
    [
      'falls under a clause that a written scenario found violated beside generated requests',
      facts(seen('ES-12', GENERATED), seen('ES-12', WRITTEN)),
      ['ES-12, which is violated'],
    ],
    ['stands where a waiver of the other is not needed', facts(), [], true],
    ['stands where the profile has no such clause', undefined, []],
  ];
  for (const [what, specific, instances, waived = false] of rows) {
    test(what, () => {
      const result = withoutInstances(
        [found],
        (clause) => (clause === 'ES-12' ? specific : undefined),
        () => waived,
      );
      assert.deepEqual(result, { left: instances.length === 0 ? [found] : [], instances });
    });
  }

  test('of no other clause stands', () => {
    const own = seen('ES-27', GENERATED);
    const result = withoutInstances([own, found], () => facts(seen('ES-12', WRITTEN)), never);
    assert.deepEqual(result, { left: [own], instances: ['ES-12, which is violated'] });
  });
});

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { OutgoingRequest } from '../../../src/http/exchange.js';
import { hasCompanyRoles, hasMenus, hasNoRole, hasRole } from '../../../src/profiles/ckstack/role-checks.js';
import { mediaTypeRefused, methodRefused } from '../../../src/profiles/login/comparisons.js';
import { evaluateExchange } from '../../../src/profiles/login/evaluated-exchange.js';
import type { Check } from '../../../src/verdict/check.js';
import {
  answered,
  ckstackRefusal,
  ckstackRequest,
  ckstackSuccess,
  esignonRefusal,
  esignonRequest,
  esignonSuccess,
  evaluated,
  failed,
} from './sample-exchanges.js';

let request: OutgoingRequest;
before(async () => {
  request = await ckstackRequest();
});

/** The answer of a user with these menus in one company, or with another value for `company`. */
function reading(menus: readonly string[], name = 'A', company?: unknown) {
  const groups = [{ id: 'g', name: 'g', menus: menus.map((menu) => ({ name: menu })) }];
  const body = { ...ckstackSuccess(), company: company ?? [{ id: 'a', name, groups }] };
  const { ckstack } = evaluated(request, { body });
  if (!ckstack) throw new TypeError('no ckstack answer');
  return ckstack;
}

/** What is read of a violation. */
function said({ clause, level, held, expected, actual }: Check) {
  return held ? `${clause} holds` : [clause, level, expected, actual];
}

describe('what a violation of the roles says', () => {
  test('of one role: the menu that is asked for, and those that came', () => {
    const [role] = hasRole(reading(['Help', ' Root']), 'system-administrator').map(said);
    assert.deepEqual(role, [
      'RO-01',
      'MUST',
      'a menu named ROOT (system-administrator) and none of a higher role',
      'menus named ["Help"," Root"]',
    ]);
  });

  test('of no role: the roles that came', () => {
    assert.deepEqual(hasNoRole(reading(['Help', 'Root', 'normal'])).map(said), [
      [
        'RO-04',
        'MUST',
        'no menu named ROOT, CADMIN or NORMAL in any case',
        'menus named ["Help","Root","normal"], which give system-administrator, general-user',
      ],
    ]);
  });

  test('of several companies: each that differs', () => {
    const wanted = { A: ['general-user'], B: ['system-administrator', 'general-user'] };
    assert.deepEqual(hasCompanyRoles(reading(['Root', 'Normal']), wanted).map(said), [
      [
        'RO-03',
        'MUST',
        '"A": general-user; "B": system-administrator, general-user',
        '"A": system-administrator, general-user; "B": not there',
      ],
    ]);
    const none = hasCompanyRoles(reading([]), { A: ['general-user'] }).map(said);
    assert.deepEqual(none[0], ['RO-03', 'MUST', '"A": general-user', '"A": no role']);
  });

  test('as many roles, but others, are a violation', () => {
    const [check] = hasCompanyRoles(reading(['Root']), { A: ['general-user'] });
    assert.equal(check?.held, false);
  });

  test('a role that is listed twice is one', () => {
    const [check] = hasCompanyRoles(reading(['Normal']), { A: ['general-user', 'general-user'] });
    assert.equal(check?.held, true);
  });
});

describe('whether menus can be read', () => {
  test('where companies, groups and menus are as documented', () => {
    assert.equal(hasMenus(reading(['Root'])), true);
    assert.equal(hasMenus(reading([], 'A', [])), true);
    assert.equal(hasMenus(reading([], 'A', {})), false);
    assert.equal(hasMenus(reading([], 'A', [{ id: 'a', name: 'A', groups: [{}] }])), false);
  });

  test('not in a refusal, in what is no JSON, or without an answer', () => {
    for (const exchange of [
      answered(request, { body: ckstackRefusal() }),
      answered(request, { body: '<p>' }),
      failed(request),
    ]) {
      const { ckstack } = evaluateExchange(exchange);
      assert.equal(ckstack && hasMenus(ckstack), false);
      assert.equal(ckstack && hasNoRole(ckstack)[0]?.held, true);
    }
  });
});

describe('what a violation by another method or media type says', () => {
  const esignon = esignonRequest();

  test('the statuses that are tolerated', () => {
    const check = methodRefused(
      'CK-22',
      evaluateExchange(answered({ ...request, method: 'PUT' }, { status: 403 })),
    );
    assert.deepEqual(said(check), [
      'CK-22',
      'SHOULD',
      'HTTP 404 or 405 (501 and 400 are tolerated)',
      'HTTP 403',
    ]);
  });

  test('a token, a status of 500 and above, no answer', () => {
    const type = (status: number, body: unknown) =>
      said(mediaTypeRefused(evaluateExchange(answered(esignon, { status, body }))));
    const refusal = 'a refusal below HTTP 500';
    assert.deepEqual(type(200, esignonSuccess()), [
      'ES-31',
      'SHOULD',
      'no success and no token',
      'HTTP 200, result_code "00", with an access_token',
    ]);
    assert.deepEqual(type(500, esignonRefusal()), ['ES-31', 'SHOULD', refusal, 'HTTP 500']);
    assert.equal(type(499, esignonRefusal()), 'ES-31 holds');
    assert.deepEqual(said(mediaTypeRefused(evaluateExchange(failed(esignon)))), [
      'ES-31',
      'SHOULD',
      refusal,
      'no answer: it was reset',
    ]);
  });
});

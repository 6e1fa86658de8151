import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { trafficOf } from '../../bench/peers/traffic.js';
import { createSigner } from '../../src/profiles/ckstack/signer.js';
import { PROFILE_NAMES, type ProfileName } from '../../src/profiles/documents.js';
import { EMBEDDED_FIXTURES } from '../../src/provider/embedded-fixtures.js';
import { type RunningProvider, startProvider } from '../../src/provider/listen.js';
import { isObject, memberOf } from '../../src/text/json-members.js';
import { DESCRIPTION, expectationsOf, OPERATIONS, resolvedDescription } from './support/openapi.js';

const description = JSON.parse(readFileSync(DESCRIPTION, 'utf8'));
const plain = resolvedDescription(false) as typeof description;
const strict = resolvedDescription(true) as typeof description;
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });

function errorsOf(schema: object, value: unknown): string {
  return ajv.validate(schema, value) ? '' : ajv.errorsText();
}

function exampleOf(profile: ProfileName, wanted: string) {
  return expectationsOf(profile, false).find(({ name }) => name === wanted)?.example as typeof description;
}

function operationOf(profile: ProfileName) {
  return plain.paths[OPERATIONS[profile]].post;
}

describe('the OpenAPI description', () => {
  test('is one of OpenAPI 3.1, with one operation for each profile', () => {
    assert.equal(description.openapi, '3.1.0');
    assert.deepEqual(Object.keys(description.paths).sort(), Object.values(OPERATIONS).sort());
    const ids = PROFILE_NAMES.map((profile) => operationOf(profile).operationId);
    assert.equal(new Set(ids).size, PROFILE_NAMES.length);
    for (const profile of PROFILE_NAMES) assert.ok(Object.keys(operationOf(profile).responses).length > 1);
  });

  test('describes every parameter of its paths', () => {
    for (const [path, item] of Object.entries<typeof description>(plain.paths)) {
      const inPath = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name);
      const described = (item.parameters ?? []).filter(({ in: place }: { in: string }) => place === 'path');
      assert.deepEqual(
        described.map(({ name }: { name: string }) => name),
        inPath,
      );
    }
  });

  test('uses all its components', () => {
    const text = JSON.stringify(description);
    const unused = ['schemas', 'examples'].flatMap((kind) =>
      Object.keys(description.components[kind]).filter(
        (name) => !text.includes(`"#/components/${kind}/${name}"`),
      ),
    );
    assert.deepEqual(unused, []);
  });

  test('has schemas of JSON Schema 2020-12, in both readings', () => {
    for (const { components } of [plain, strict]) {
      for (const [name, schema] of Object.entries<object>(components.schemas)) {
        assert.doesNotThrow(() => ajv.compile(schema), name);
      }
    }
  });

  for (const profile of PROFILE_NAMES) {
    test(`has valid examples for ${profile}, in both readings`, () => {
      for (const whole of [plain, strict]) {
        const { requestBody, responses } = whole.paths[OPERATIONS[profile]].post;
        for (const { content } of [requestBody, ...Object.values<typeof description>(responses)]) {
          const { schema, examples = {} } = content?.['application/json'] ?? {};
          for (const [name, { value }] of Object.entries<typeof description>(examples)) {
            assert.equal(errorsOf(schema, value), '', name);
          }
        }
      }
    });

    test(`has an answer of the same name for each request of ${profile}, and plain traffic for each answer`, async () => {
      const answers = expectationsOf(profile, false).map(({ name }) => name);
      const { examples } = operationOf(profile).requestBody.content['application/json'];
      assert.deepEqual(
        Object.keys(examples).filter((name) => !answers.includes(name)),
        [],
      );
      const subject = { url: 'http://127.0.0.1', profile, fixtures: EMBEDDED_FIXTURES, strict: false };
      const sent = (await trafficOf(subject)).map(({ name }) => name);
      assert.deepEqual(sent.sort(), answers.sort());
    });
  }

  test('takes no token in a refusal, and no milliseconds for seconds', () => {
    const { StartsimpleAnswer, TokenAnswer } = plain.components.schemas;
    const { header } = exampleOf('esignon-startsimple', 'wrong-password');
    assert.equal(errorsOf(StartsimpleAnswer, { header, body: { access_token: '' } }), '');
    assert.notEqual(errorsOf(StartsimpleAnswer, { header, body: { access_token: 'x' } }), '');
    const { token, ...rest } = exampleOf('ckstack-token', 'right-credentials');
    assert.equal(errorsOf(TokenAnswer, { ...rest, token }), '');
    assert.notEqual(
      errorsOf(TokenAnswer, { ...rest, token: { ...token, expireDate: 1_893_456_000_000 } }),
      '',
    );
    assert.notEqual(errorsOf(TokenAnswer, { ...rest, token, ckError: 'E000401' }), '');
  });
});

/** What the description says and the schemas of answers leave to code; ckError, for a refusal with a token is none. */
const SAID_IN_ADDITION = [
  '/header/response_code',
  '/body/comp_id',
  '/body/memb_email',
  '/body/expire_date',
  '/token/expireDate',
  '/ckTid',
  '/ckError',
];

describe('the OpenAPI description and the schemas of answers', () => {
  const schemaOf = (file: string) => JSON.parse(readFileSync(new URL(file, DESCRIPTION), 'utf8'));
  const own = {
    esignon: schemaOf('esignon.response.schema.json'),
    ckstack: schemaOf('ckstack-token.response.schema.json'),
  };

  for (const profile of PROFILE_NAMES) {
    test(`agree on damaged answers of ${profile}`, () => {
      const answer = operationOf(profile).responses[200].content['application/json'].schema;
      const ours = own[profile === 'ckstack-token' ? 'ckstack' : 'esignon'];
      let both = 0;
      for (const { name, example } of expectationsOf(profile, false)) {
        for (const { at, value } of damagesOf(example)) {
          const [said, held] = [errorsOf(answer, value), errorsOf(ours, value)];
          if ((said === '') === (held === '')) both += 1;
          else {
            assert.equal(held, '', `${name}: only the description takes the change of ${at}`);
            assert.ok(SAID_IN_ADDITION.includes(at), `${name}: ${at}: ${said}`);
          }
        }
      }
      assert.ok(both > 100);
    });
  }
});

describe('the examples of the OpenAPI description', () => {
  let provider: RunningProvider;
  before(async () => {
    provider = await startProvider();
  });
  after(() => provider.close());

  for (const profile of PROFILE_NAMES) {
    test(`come true at the reference provider for ${profile}`, async () => {
      const { examples } = operationOf(profile).requestBody.content['application/json'];
      for (const [name, { value }] of Object.entries<typeof description>(examples)) {
        const expected = expectationsOf(profile, true).find((each) => each.name === name);
        assert.ok(expected);
        const response = await fetch(`${provider.url}${pathOf(profile, name)}`, {
          method: 'POST',
          headers: await headersOf(profile, name, value),
          body: JSON.stringify(value),
        });
        const answer: unknown = await response.json();
        assert.equal(String(response.status), expected.status, name);
        assert.equal(errorsOf(expected.schema, answer), '', name);
        assert.equal(codeOf(answer), codeOf(expected.example), name);
      }
    });
  }
});

function codeOf(answer: unknown): unknown {
  return memberOf(answer, 'ckError') ?? memberOf(memberOf(answer, 'header'), 'result_code');
}

function pathOf(profile: ProfileName, name: string): string {
  if (profile === 'ckstack-token') return name === 'without-tid' ? '/token' : '/token?tid=0012345';
  const company = { 'blocked-company': 'blocked', 'unknown-company': 'no-such-company' }[name] ?? 'acme';
  return OPERATIONS[profile].replace('{company}', company);
}

async function headersOf(
  profile: ProfileName,
  name: string,
  value: unknown,
): Promise<Record<string, string>> {
  const json = { 'Content-Type': 'application/json' };
  if (profile !== 'ckstack-token') return json;
  const { apiKey = '', service = '', signature } = EMBEDDED_FIXTURES.ckstack ?? {};
  const date = new Date().toUTCString();
  const [path, body] = [pathOf(profile, name), JSON.stringify(value)];
  const right = await createSigner(signature)({ method: 'POST', path, date, service, body, apiKey });
  const given = name === 'wrong-signature' ? right.toLowerCase().replace(/^./, '~') : right;
  return { ...json, 'H-Authorization': `Open ${apiKey}:${given}`, 'H-Date': date, 'Ck-Service': service };
}

interface Damage {
  /** JSON pointer of the member that was changed, without the places in lists. */
  readonly at: string;
  readonly value: unknown;
}

/** Every member of a value left out, or replaced by something of another kind, one at a time. */
function damagesOf(value: unknown, at = ''): readonly Damage[] {
  const inside = isObject(value)
    ? Object.entries(value).flatMap(([name, member]) => {
        const { [name]: _gone, ...others } = value;
        const changed = damagesOf(member, `${at}/${name}`).map((damage) => ({
          at: damage.at,
          value: { ...value, [name]: damage.value },
        }));
        return [{ at: `${at}/${name}`, value: others }, ...changed];
      })
    : Array.isArray(value)
      ? value.flatMap((item, index) =>
          damagesOf(item, at).map((damage) => ({ at: damage.at, value: value.with(index, damage.value) })),
        )
      : [];
  return [...inside, ...[null, 0, 1.5, '', 'x', true, [], {}].map((other) => ({ at, value: other }))];
}

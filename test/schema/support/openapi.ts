import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ProfileName } from '../../../src/profiles/documents.js';
import { isObject, memberOf } from '../../../src/text/json-members.js';

const SCHEMAS = new URL('../../../../schemas/', import.meta.url);
const FILE = 'openapi.json';

/** Where the description is. */
export const DESCRIPTION = new URL(FILE, SCHEMAS);

/** The path of each profile's operation. */
export const OPERATIONS: Readonly<Record<ProfileName, string>> = {
  'esignon-startsimple': '/api/{company}/startsimple',
  'esignon-login': '/api/{company}/login',
  'ckstack-token': '/token',
};

/** What the description says of the answer to a request that goes by a name. */
export interface Expectation {
  readonly name: string;
  /** The status under which the example stands. */
  readonly status: string;
  /** All under which it may stand: `200`, `4XX`. */
  readonly statuses: readonly string[];
  /** The branch of the answer's schema that the example fulfils, without references. */
  readonly schema: object;
  readonly example: unknown;
}

const ajv = new Ajv2020({ strict: false });

interface Documented {
  readonly status: string;
  readonly schema: object;
  readonly examples: Readonly<Record<string, unknown>>;
}

/**
 * The description with every reference replaced by what it refers to.
 * @param strict `x-should` becomes part of its schema; otherwise it is left out
 */
export function resolvedDescription(strict: boolean): object {
  return resolved({ $ref: FILE }, FILE, strict) as object;
}

/** The named answers of a profile's operation, in the order of the description. */
export function expectationsOf(profile: ProfileName, strict: boolean): readonly Expectation[] {
  const operation = at(resolvedDescription(strict), ['paths', OPERATIONS[profile], 'post']);
  const documented = Object.entries(at(operation, ['responses']) as object).flatMap(([status, response]) => {
    const content = at(response, ['content', 'application/json']);
    if (!isObject(content)) return [];
    const { schema, examples = {} } = content;
    return [{ status, schema, examples } as Documented];
  });
  const names = [...new Set(documented.flatMap(({ examples }) => Object.keys(examples)))];
  return names.map((name) => expectationOf(name, documented));
}

function expectationOf(name: string, documented: readonly Documented[]): Expectation {
  const home = documented.find(({ examples }) => Object.hasOwn(examples, name));
  if (!home) throw new Error(`no example ${name}`);
  const example = memberOf(home.examples[name], 'value');
  const fulfilled = (schema: object) => ajv.validate(schema, example);
  const schema = branchesOf(home.schema).find(fulfilled);
  if (!schema) throw new Error(`the example ${name} is not valid`);
  const statuses = documented.filter((each) => fulfilled(each.schema)).map(({ status }) => status);
  return { name, status: home.status, statuses, schema, example };
}

function branchesOf(schema: object): readonly object[] {
  const { oneOf } = schema as { oneOf?: readonly object[] };
  return oneOf ?? [schema];
}

function resolved(node: unknown, file: string, strict: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => resolved(item, file, strict));
  if (!isObject(node)) return node;
  if (typeof node.$ref === 'string') {
    const [name = '', pointer = ''] = node.$ref.split('#');
    const home = name === '' ? file : name;
    return resolved(at(JSON.parse(textOf(home)), stepsOf(pointer)), home, strict);
  }
  const { 'x-should': should, ...rest } = node;
  const members = Object.entries(rest).map(([name, value]) => [name, resolved(value, file, strict)]);
  const plain = Object.fromEntries(members);
  if (should === undefined || !strict) return plain;
  return { ...plain, allOf: [...(plain.allOf ?? []), resolved(should, file, strict)] };
}

const texts = new Map<string, string>();

function textOf(name: string): string {
  const text = texts.get(name) ?? readFileSync(new URL(name, SCHEMAS), 'utf8');
  texts.set(name, text);
  return text;
}

function stepsOf(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function at(node: unknown, steps: readonly string[]): unknown {
  return steps.reduce((value, step) => memberOf(value, step), node);
}

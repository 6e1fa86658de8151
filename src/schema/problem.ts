import { withArticle } from '../text/article.js';
import { nearest } from '../text/nearest.js';
import type { SchemaError } from './ajv.js';
import { formTitles, keepMeantBranches } from './branch.js';
import { formatMemberPath, type MemberPath, memberPath } from './member-path.js';

/** One thing that is wrong with a value, for people. */
export interface Problem {
  /** The member that it is about; a missing or unknown one too. */
  readonly path: MemberPath;
  /** To be read after the path, without full stop: "is missing; give …". Never quotes the value. */
  readonly text: string;
  /** The error of ajv. */
  readonly error: SchemaError;
}

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly 'x-form'?: string;
}

/**
 * Words the errors of a value. Schemas help: a `description` says what to give ("the e-mail of a user"), `x-form` what
 * a `pattern` asks for, `title` names the forms of a `oneOf`.
 *
 * @param errors what a validator reported
 * @param value the value that it was asked about
 * @returns one problem for each error worth showing
 */
export function problemsOf(errors: readonly SchemaError[], value: unknown): readonly Problem[] {
  const problems = keepMeantBranches(errors).map((error) => {
    const { member, text } = wording(error);
    const path = memberPath(error.instancePath, value);
    return { path: member === undefined ? path : [...path, member], text, error };
  });
  return problems.filter(
    (problem, index) => !problems.some((other, at) => covers(other, at, problem, index)),
  );
}

/** The same said earlier, or "is empty" next to the pattern that no empty text matches. */
function covers(other: Problem, at: number, problem: Problem, index: number): boolean {
  if (!samePath(other.path, problem.path)) return false;
  if (other.text === problem.text) return at < index;
  return problem.error.keyword === 'pattern' && other.error.keyword === 'minLength';
}

/** A problem as one sentence without full stop: "esignon.user.email is missing; give …". */
export function problemSentence({ path, text }: Pick<Problem, 'path' | 'text'>): string {
  return `${formatMemberPath(path)} ${text}`;
}

function samePath(a: MemberPath, b: MemberPath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

function wording(error: SchemaError): { member?: string; text: string } {
  const schema = (error.parentSchema ?? {}) as Described;
  const { params } = error;
  switch (error.keyword) {
    case 'required': {
      const member: string = params.missingProperty;
      return { member, text: `is missing${giving(schema.properties?.[member])}` };
    }
    case 'additionalProperties': {
      const member: string = params.additionalProperty;
      return { member, text: unknownMember(member, Object.keys(schema.properties ?? {})) };
    }
    case 'type':
      return {
        text: `must be ${withArticle([params.type].flat().join(' or '))}, not ${typeName(error.data)}`,
      };
    case 'minLength':
      return { text: `is empty${giving(schema)}` };
    case 'minProperties':
    case 'minItems':
      return { text: `must have at least ${params.limit}` };
    case 'uniqueItems':
      return { text: 'must not name the same twice' };
    case 'pattern':
      return { text: `must be ${schema['x-form'] ?? schema.description ?? `like ${params.pattern}`}` };
    case 'format':
      return { text: `must be ${schema['x-form'] ?? withArticle(params.format)}` };
    case 'enum':
      return {
        text: `must be one of ${params.allowedValues.map((v: unknown) => JSON.stringify(v)).join(', ')}`,
      };
    case 'const':
      return { text: `must be ${JSON.stringify(params.allowedValue)}` };
    case 'oneOf':
      return { text: `must be exactly one of ${formTitles(error).join(', ') || 'its forms'}` };
    default:
      return { text: error.message ?? `does not satisfy ${error.keyword}` };
  }
}

function giving(schema: Described | undefined): string {
  return schema?.description === undefined ? '' : `; give ${schema.description}`;
}

function unknownMember(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== null) return `is not a known member; did you mean ${JSON.stringify(near)}?`;
  return `is not a known member; known are ${known.filter((each) => !each.startsWith('$')).join(', ')}`;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return withArticle(Array.isArray(value) ? 'array' : typeof value);
}

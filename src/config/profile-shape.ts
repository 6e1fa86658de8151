import { CLAUSE_ID } from '../verdict/clause.js';
import { EDITIONS } from '../verdict/edition.js';

const TEXT = { type: 'string', minLength: 1 };
const FUNCTION = { 'x-function': true };
const NAME = {
  ...TEXT,
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  'x-form': 'lower case, digits and single hyphens, such as my-login',
};
const CLAUSE = {
  ...TEXT,
  pattern: CLAUSE_ID.source,
  'x-form': 'two or more capital letters or digits, a hyphen and a number, such as AB-01',
};

function list(items: object, minItems = 0): object {
  return { type: 'array', items, ...(minItems === 0 ? {} : { minItems }) };
}

/** Every member is required but the optional ones; others may be there. */
function members(
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
) {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional } };
}

/** JSON Schema of a `Profile`: the interface of `src/profiles/profile.ts`, for modules that no compiler has seen. */
export const PROFILE_SHAPE = members(
  {
    name: NAME,
    family: NAME,
    title: TEXT,
    document: TEXT,
    endpoint: TEXT,
    features: list(TEXT, 1),
    clauses: list(
      members(
        { id: CLAUSE, level: { enum: ['MUST', 'SHOULD'] }, statement: TEXT, source: TEXT },
        { reading: TEXT, since: { enum: EDITIONS }, generated: { type: 'boolean' } },
      ),
      1,
    ),
    roles: members({ goodLogin: TEXT, loginAfterRefusals: TEXT, crash: TEXT, distinctTokens: TEXT }),
    statements: list({ type: 'array', items: TEXT, minItems: 2, maxItems: 2 }),
    fixtures: members(
      { furtherUser: TEXT, schema: { type: 'object' }, secrets: FUNCTION },
      { check: FUNCTION },
    ),
    ownHeaders: list({ ...TEXT, pattern: '^[^A-Z]+$', 'x-form': 'in lower case' }),
    properties: list(
      members(
        {
          kind: TEXT,
          generated: members({ clause: TEXT, instances: list(TEXT) }),
          meantToSucceed: { type: 'boolean' },
          mutations: members({ generate: FUNCTION, shrink: FUNCTION }),
          evaluate: FUNCTION,
          isSame: FUNCTION,
        },
        { ambiguity: members({ isAmbiguous: FUNCTION, plain: FUNCTION, resolve: FUNCTION }) },
      ),
    ),
    open: FUNCTION,
  },
  { wrongLogin: TEXT },
);

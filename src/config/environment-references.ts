import { formatMemberPath, type MemberPath } from '../schema/member-path.js';

/** What became of a JSON value whose strings refer to environment variables. */
export interface Resolved {
  readonly value: unknown;
  /** A sentence without full stop for each reference that could not be replaced; it names member and variable. */
  readonly problems: readonly string[];
  /** The members that these problems are about, as `formatMemberPath` writes them. */
  readonly unresolved: ReadonlySet<string>;
}

const REFERENCE = /\$\{env:([^}]*)(\}?)/g;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Replaces `${env:NAME}` inside every string of a JSON value; what comes in is not looked at again. Names of members
 * are left as they are.
 *
 * @param value any JSON value
 * @param env the environment
 */
export function resolveEnvironment(value: unknown, env: NodeJS.ProcessEnv): Resolved {
  const problems: string[] = [];
  const unresolved = new Set<string>();

  function replace(text: string, path: MemberPath): string {
    return text.replace(REFERENCE, (reference, name: string, end: string) => {
      const member = formatMemberPath(path);
      const found = end === '' || !VARIABLE.test(name) ? undefined : env[name];
      if (found !== undefined && found !== '') return found;
      unresolved.add(member);
      if (end === '') problems.push(`${member} has a \${env: without a closing brace`);
      else if (!VARIABLE.test(name))
        problems.push(`${member} has a \${env:…} without the name of a variable`);
      else
        problems.push(`${member} needs the environment variable ${name}, which is not set or empty; set it`);
      return reference;
    });
  }

  function walk(inside: unknown, path: MemberPath): unknown {
    if (typeof inside === 'string') return replace(inside, path);
    if (Array.isArray(inside)) return inside.map((item, index) => walk(item, [...path, index]));
    if (typeof inside !== 'object' || inside === null) return inside;
    return Object.fromEntries(
      Object.entries(inside).map(([name, each]) => [name, walk(each, [...path, name])]),
    );
  }

  return { value: walk(value, []), problems, unresolved };
}

/** Strings that a query, a filter, a template or a shell would interpret. */
export const ATTACK_TEXTS = [
  "' OR '1'='1",
  "' OR 1=1 --",
  '" OR ""="',
  '" OR "1"="1',
  "' UNION SELECT 'a','b' --",
  "'; DROP TABLE users; --",
  "admin'--",
  "\\' OR 1=1 #",
  '1 OR 1=1',
  '*',
  '%',
  '_',
  '?',
  '.*',
  '^',
  '%%%%%%%%',
  '________',
  '*)(uid=*',
  '*)(|(password=*))',
  '*)(userPassword=*',
  '(&(objectClass=*))',
  "' || '1'=='1",
  "'; return true; var x='",
  '{"$ne":null}',
  '[$ne]',
  '$where: 1 == 1',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'undefined',
  'null',
  'true',
  'NaN',
  '[object Object]',
  '${jndi:ldap://127.0.0.1/a}',
  '{{7*7}}',
  '<%= 7 * 7 %>',
  '../../../../etc/passwd',
  '`id`',
  '$(id)',
  '; id',
  '\\u0000',
  '%00',
  '\0',
  '\0\0\0\0\0\0\0\0',
  '\r\nSet-Cookie: a=b',
  '<script>alert(1)</script>',
  '%s%s%s%n',
  '0',
  '-1',
  '\ufeff',
  '\u202e',
] as const;

const KNOWN: ReadonlySet<string> = new Set(ATTACK_TEXTS);

/** Whether a password is an attack text of the suite: not a secret, and readers need to see it. */
export function isAttackText(password: string): boolean {
  return KNOWN.has(password);
}

/** Parts of the syntax of queries, filters, markup, templates, encodings and shells. */
export const OPERATORS = /['"`;%*\\<>{}$|&=()?^]|--|__|\/\*|\.\.\//;

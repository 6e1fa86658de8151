import { BUILT_IN_PROFILES } from '../../src/profiles/built-in.js';
import { MENU_OF_ROLE, ROLES } from '../../src/profiles/ckstack/roles.js';
import { DOCUMENTS } from '../../src/profiles/documents.js';
import { type Clause, clausesOf, type Level } from '../../src/verdict/clause.js';
import { catalogueDigest, EDITIONS, NEWEST_EDITION, sinceOf } from '../../src/verdict/edition.js';
import * as introduction from './introduction.js';

const CLAUSES = clausesOf(BUILT_IN_PROFILES);

/** Groups of clauses by the letters of their ids, each under a heading. */
const GROUPS: readonly { readonly prefix: string; readonly title: string; readonly text?: string }[] = [
  { prefix: 'ES', title: 'Both eSignon profiles', text: introduction.ESIGNON_REQUEST },
  { prefix: 'SS', title: 'Only `esignon-startsimple`' },
  { prefix: 'LG', title: 'Only `esignon-login`' },
  { prefix: 'CK', title: '`ckstack-token`', text: introduction.CKSTACK_REQUEST },
  { prefix: 'RO', title: 'Roles of `ckstack-token`', text: rolesText() },
];

/** The document, relative to this file once compiled. */
export const CONTRACT_DOCUMENT = new URL('../../../docs/contract.md', import.meta.url);

/** The whole of docs/contract.md, made from the catalogue: Markdown, ending with a line break. */
export function contractDocument(): string {
  const sections = [
    '# The contract, clause by clause',
    '<!-- Generated from src/profiles by `npm run docs`. Do not edit. -->',
    introduction.WHAT_IT_IS,
    '## Profiles',
    profilesTable(),
    '## Levels',
    introduction.LEVELS,
    '## Editions',
    introduction.editions(NEWEST_EDITION, catalogueDigest(CLAUSES)),
    '## What is judged',
    introduction.JUDGED,
    '## What is not judged',
    introduction.NOT_JUDGED,
    '## Gateways',
    introduction.GATEWAYS,
    '## Connections and time',
    introduction.CONNECTIONS_AND_TIME,
    '## Careless comparisons',
    introduction.NEAR,
    '## Fixtures',
    introduction.FIXTURES,
    table(introduction.FIXTURES_BY_CLAUSE),
    introduction.PATHS_AND_SIGNATURES,
    '## Result codes',
    codesTable(),
    ...GROUPS.flatMap(({ prefix, title, text }) => [`## ${title}`, text ?? '', ...clausesText(prefix)]),
  ];
  return `${sections
    .map((section) => section.trim())
    .filter((section) => section !== '')
    .join('\n\n')}\n`;
}

function profilesTable(): string {
  const count = (clauses: readonly Clause[], level: Level) =>
    String(clauses.filter((clause) => clause.level === level).length);
  return table([
    ['profile', 'document', 'endpoint', 'MUST', 'SHOULD'],
    ...BUILT_IN_PROFILES.map(({ name, document, endpoint, clauses }) => [
      `\`${name}\``,
      document,
      `\`${endpoint}\``,
      count(clauses, 'MUST'),
      count(clauses, 'SHOULD'),
    ]),
  ]);
}

function codesTable(): string {
  return table([
    ['profile', 'code', 'meaning'],
    ...DOCUMENTS.flatMap(({ name, resultCodes }) =>
      resultCodes.map(([code, meaning]) => [`\`${name}\``, `\`"${code}"\``, meaning]),
    ),
  ]);
}

function rolesText(): string {
  const rows = ROLES.map((role) => [`\`${MENU_OF_ROLE[role]}\``, role.replace('-', ' ')]);
  const sentence =
    "In each company a user has the roles that are given by the names of the menus in that company's groups.";
  return [sentence, table([['menu name, case ignored', 'role'], ...rows]), introduction.MENU_NAMES].join(
    '\n\n',
  );
}

function clausesText(prefix: string): readonly string[] {
  const ids = new Set(CLAUSES.map(({ id }) => id).filter((id) => id.startsWith(`${prefix}-`)));
  return [...ids].flatMap((id) => {
    const entries = CLAUSES.filter((clause) => clause.id === id);
    return [`### ${id}`, ...entries.map(entryText)];
  });
}

function entryText(clause: Clause): string {
  const { level, statement, source, reading, generated } = clause;
  const since = sinceOf(clause) === EDITIONS[0] ? '' : ` _(since ${sinceOf(clause)})_`;
  const lines = [
    `**${level}**${since}${generated ? ' _(generated)_' : ''} ${statement}`,
    `_Source:_ ${source}.`,
  ];
  if (reading) lines.push(`_Reading:_ ${reading}`);
  return lines.join('\\\n');
}

/** A table as the formatter of the project lays it out: the first row is the head, columns of one width. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...body]
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

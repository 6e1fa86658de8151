/** What CI servers interpret as commands in the log of a job. */
const COMMANDS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // GitHub Actions: `::error file=…::…`, `::add-mask::…`.
  [/::(?=[a-z][a-z-]*(?:::|\s))/gi, ':\\u003a'],
  // Azure Pipelines `##vso[`, `##[`, older GitHub runners `##[`, TeamCity `##teamcity[`.
  [/##(?=[a-z]*\[)/gi, '#\\u0023'],
  // GitLab: `section_start:<time>:<name>`.
  [/section_(?=(?:start|end):)/gi, 'section\\u005f'],
];

/**
 * Makes commands to CI servers ineffective, visibly: `##vso[` → `#\u0023vso[`. The replacements are JSON escapes, so
 * that a JSON string keeps its value.
 */
export function escapeCiCommands(text: string): string {
  return COMMANDS.reduce((escaped, [pattern, replacement]) => escaped.replace(pattern, replacement), text);
}

/** What CI servers read as commands when it stands in a job's log; each begins with its trigger. */
const COMMANDS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // GitHub Actions: `::error file=…::…`, `::add-mask::…`.
  [/::(?=[a-z][a-z-]*(?:::|\s))/gi, ':\\u003a'],
  // Azure Pipelines `##vso[`, `##[`, older GitHub runners `##[`, TeamCity `##teamcity[`.
  [/##(?=[a-z]*\[)/gi, '#\\u0023'],
  // GitLab: `section_start:<time>:<name>`.
  [/section_(?=(?:start|end):)/gi, 'section\\u005f'],
];

/**
 * Breaks what a CI server would take for a command to it, in a way that can be seen: `##vso[` → `#\u0023vso[`.
 * The replacements are JSON escapes of the same characters, so that inside a JSON string nothing changes.
 */
export function escapeCiCommands(text: string): string {
  return COMMANDS.reduce((disarmed, [pattern, replacement]) => disarmed.replace(pattern, replacement), text);
}

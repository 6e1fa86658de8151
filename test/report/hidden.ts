/** Whether a line has a character that does not show or that moves others; written apart from the escaping. */
export function hasHidden(line: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u3164\ufffe\uffff]/u.test(line);
}

/** Whether a CI server would take something in a line for a command to it. */
export function hasCiCommand(line: string): boolean {
  return /^\s*::[a-z-]+(?: .*)?::|##vso\[|##\[|##teamcity\[|section_(?:start|end):/i.test(line);
}

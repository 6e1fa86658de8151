import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../architecture/project-files.js';

/** A JSON file of the project, by its path from the project's folder. */
export function projectJson<Content>(path: string): Content {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

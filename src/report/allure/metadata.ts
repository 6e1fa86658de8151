import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeJson } from '../../text/escape/json.js';
import { unicodeEscape, visible } from '../../text/escape/visible.js';
import type { Verdict } from '../../verdict/verdict.js';
import { verdictSentence } from '../verdict-sentence.js';

/** Groups of results in the report, by the messages that the steps write (see scenario.ts). */
const CATEGORIES = [
  { name: 'MUST clauses violated', matchedStatuses: ['failed'], messageRegex: '(?s).*\\bMUST:.*' },
  { name: 'SHOULD clauses violated', matchedStatuses: ['failed'], messageRegex: '(?s).*\\bSHOULD:.*' },
  {
    name: 'Violations that do not count',
    matchedStatuses: ['skipped'],
    messageRegex: '(?s)Violated, but .*',
  },
  {
    name: 'Not checked: a fixture is missing',
    matchedStatuses: ['skipped'],
    messageRegex: '(?is)Not checked: .*fixture.*',
  },
  {
    name: 'Not checked for another reason',
    matchedStatuses: ['skipped'],
    messageRegex: '(?is)(?!Violated, but )(?!Not checked: .*fixture).*',
  },
  { name: 'Errors of the suite', matchedStatuses: ['broken'] },
] as const;

/**
 * Writes what describes the run as a whole next to the results: environment, categories, and the CI job if there is
 * one. None of it is secret.
 *
 * @param env for the variables in which CI servers describe the job
 * @throws {Error} of the file system
 */
export function writeAllureMetadata(verdict: Verdict, resultsDir: string, env: NodeJS.ProcessEnv): void {
  const { headline, rest } = verdictSentence(verdict);
  const environment: Readonly<Record<string, string>> = {
    Verdict: headline + rest,
    Target: verdict.target,
    Profiles: verdict.profiles
      .filter(({ served }) => served)
      .map(({ name }) => name)
      .join(', '),
    Seed: String(verdict.seed),
    'Fuzz runs': String(verdict.fuzzRuns),
    Strict: verdict.strict ? 'yes' : 'no',
    'token-assay': verdict.tool.version,
    'Node.js': process.version,
  };
  const lines = Object.entries(environment).map(
    ([name, value]) => `${property(name)}=${property(visible(value))}`,
  );
  writeFileSync(join(resultsDir, 'environment.properties'), `${lines.join('\n')}\n`);
  writeFileSync(join(resultsDir, 'categories.json'), safeJson(CATEGORIES, 2));
  const executor = executorOf(env);
  if (executor !== null) writeFileSync(join(resultsDir, 'executor.json'), safeJson(executor, 2));
}

/** A key or value of a Java properties file: ASCII, with special characters escaped. */
function property(text: string): string {
  return text.replace(/[\\:=#! ]/g, '\\$&').replace(/[^ -~]/g, unicodeEscape);
}

/** The CI job, as Allure shows it with a link; `null` where no CI server is recognised. */
function executorOf(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> | null {
  const { GITHUB_RUN_ID, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_NUMBER } = env;
  if (GITHUB_RUN_ID && GITHUB_SERVER_URL && GITHUB_REPOSITORY) {
    const buildUrl = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
    return executor('GitHub Actions', 'github', `run ${GITHUB_RUN_NUMBER ?? GITHUB_RUN_ID}`, buildUrl);
  }
  const { CI_JOB_ID, CI_JOB_URL, BUILD_NUMBER, BUILD_URL } = env;
  if (CI_JOB_ID && CI_JOB_URL) return executor('GitLab CI', 'gitlab', `job ${CI_JOB_ID}`, CI_JOB_URL);
  if (BUILD_NUMBER && BUILD_URL) return executor('Jenkins', 'jenkins', `build ${BUILD_NUMBER}`, BUILD_URL);
  return null;
}

function executor(name: string, type: string, buildName: string, buildUrl: string) {
  // Only web links are shown as links.
  const link = /^https?:\/\//i.test(buildUrl) ? { buildUrl: withoutCredentials(buildUrl) } : {};
  return { name, type, buildName, ...link };
}

function withoutCredentials(url: string): string {
  return url.replace(/^(https?:\/\/)[^/@]*@/i, '$1');
}

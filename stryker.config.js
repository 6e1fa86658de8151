/**
 * Mutation testing of what a verdict rests on, one room a run: docs/mutation-testing.md. Each room is judged by its
 * own tests, and by those of the fuzzing that are about nothing else.
 */
const ROOMS = {
  verdict: {
    mutate: ['src/verdict/**/*.ts'],
    testFiles: ['dist/test/verdict/*.test.js', 'dist/test/engine/fuzzing/instances.test.js'],
  },
  profiles: {
    // How answers are read and checked, roles, dates and fixtures: not the folders of requests, arbitraries and oracles, and
    // not the clauses, which are prose that a test compares with docs/contract.md.
    mutate: ['src/profiles/*/*.ts'],
    // Not those of time zones, which start processes that no mutant reaches, nor the properties of dates, which fail
    // slowly: the examples alone have to pin the dates.
    testFiles: ['dist/test/profiles/**/!(time-zones|date-properties).test.js'],
  },
};

const name = process.env.ASSAY_MUTATE ?? 'verdict';
const room = ROOMS[name];
if (!room) throw new Error(`ASSAY_MUTATE is "${name}"; it must be one of ${Object.keys(ROOMS).join(', ')}`);

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: room.mutate,
  testRunner: 'tap',
  plugins: ['@stryker-mutator/tap-runner'],
  // One process a test file; only the files that reach a mutant are run for it, up to the first that fails.
  tap: { testFiles: room.testFiles, nodeArgs: ['--test-reporter=tap'] },
  coverageAnalysis: 'perTest',
  buildCommand: 'tsc -b',
  // Stryker would rewrite the paths in tsconfig.json with the API of TypeScript 6; there are none to rewrite.
  tsconfigFile: 'none',
  ignorePatterns: ['dist', 'reports', 'pacts', 'examples'],
  tempDirName: 'reports/mutation/sandbox',
  concurrency: 1,
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation/${name}.json` },
  htmlReporter: { fileName: `reports/mutation/${name}.html` },
};

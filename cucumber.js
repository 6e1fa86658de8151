/**
 * What cucumber-js needs to find features and steps. `npm test` adds the profiles, the tags and the target:
 * run the scenarios with it, `npx cucumber-js` knows no target.
 */
export default {
  import: ['dist/steps/**/*.js'],
  paths: ['features/**/*.feature'],
  strict: true,
  publishQuiet: true,
};

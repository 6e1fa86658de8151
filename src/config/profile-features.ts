import { resolve } from 'node:path';
import type { Profile } from '../profiles/profile.js';

/** Glob patterns of feature files made absolute, from the folder of the module that names them. */
export function featurePaths(patterns: readonly string[], folder: string): readonly string[] {
  return patterns.map((pattern) => resolve(folder, pattern));
}

/**
 * What keeps the features of a profile from being run.
 *
 * @param folder absolute, of the module: where its patterns start
 * @returns sentences without full stop: a pattern that matches nothing, a file that cannot be parsed, no scenario of its own
 */
export async function featureProblems(
  { name, features }: Pick<Profile, 'name' | 'features'>,
  folder: string,
): Promise<readonly string[]> {
  // Loaded here, since it takes a while and few runs need it: what cucumber finds here it finds in the run.
  const { loadSources } = await import('@cucumber/cucumber/api');
  const load = (paths: readonly string[], tagExpression: string) =>
    loadSources(
      { paths: [...paths], tagExpression, defaultDialect: 'en', names: [], order: 'defined' },
      { cwd: folder },
    );
  const found = await Promise.all(features.map((pattern) => load(featurePaths([pattern], folder), '')));
  const problems = found.flatMap(({ plan, errors }, at) => {
    if (errors.length > 0)
      return errors.map(({ uri, location, message }) => {
        const [line = ''] = message.split('\n').slice(-1);
        return `${uri}${location ? `:${location.line}` : ''} cannot be parsed: ${line.trim()}`;
      });
    return plan.length > 0 ? [] : [`features: ${JSON.stringify(features[at])} matches no scenario`];
  });
  if (problems.length > 0) return problems;
  const { plan } = await load(featurePaths(features, folder), `@${name}`);
  return plan.length > 0 ? [] : [`features: no scenario is tagged @${name}`];
}

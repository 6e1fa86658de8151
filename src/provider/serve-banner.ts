import { DOCUMENTS } from '../profiles/documents.js';
import type { EmbeddedFixtures } from './embedded-fixtures.js';

/**
 * What `serve` prints once it listens: the endpoints, a request to try, the fixtures to test it with.
 * The passwords in it are those of the provider's invented accounts.
 * @param url base URL of the provider
 */
export function serveBanner(url: string, fixtures: EmbeddedFixtures): string {
  const company = fixtures.esignon?.company ?? '';
  const endpoints = DOCUMENTS.map(
    ({ name, defaultPath }) => `  ${name.padEnd(20)} POST ${url}${defaultPath.replace('{company}', company)}`,
  );
  const request = JSON.stringify({
    header: { request_code: '1001Q' },
    body: { memb_email: fixtures.esignon?.user?.email, memb_pwd: fixtures.esignon?.user?.password },
  });
  return [
    `The reference provider of token-assay listens on ${url} (Ctrl-C stops it).`,
    '',
    ...endpoints,
    '',
    'Try it:',
    `  curl -H 'Content-Type: application/json' -d '${request}' ${url}/api/${company}/login`,
    '',
    `Test it: save the fixtures below as assay.fixtures.json and run`,
    `  npx token-assay --target=${url}      (in a checkout: npm test -- --target=${url})`,
    '',
    JSON.stringify(fixtures, null, 2),
    '',
  ].join('\n');
}

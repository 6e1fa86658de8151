import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memberOf } from '../../src/text/json-members.js';
import { DESCRIPTION, resolvedDescription } from '../../test/schema/support/openapi.js';
import type { Complaint, Peer } from './peer.js';
import { PACKAGES } from './scratch.js';
import { openSwitch } from './switch.js';
import { type PlainRequest, trafficOf } from './traffic.js';

const TIME_LIMIT_MS = 20_000;
/** Prism reads requests itself and relays only JSON. */
const NEVER_RELAYED = 'not-json';
/** The type of the problems that Prism answers with by itself. */
const PROBLEM = 'https://stoplight.io/prism/errors#';

/**
 * Prism's validating proxy, one for the description and one for its strict reading, before a switch. Requests are not
 * validated, or those that are to be refused would not reach the provider.
 * @param folder where Prism is installed
 */
export async function startPrism(folder: string): Promise<Peer> {
  const upstream = await openSwitch();
  const strictFile = join(folder, 'openapi.strict.json');
  writeFileSync(strictFile, JSON.stringify(resolvedDescription(true)));
  const proxies = {
    plain: await startProxy(folder, fileURLToPath(DESCRIPTION), upstream.url),
    strict: await startProxy(folder, strictFile, upstream.url),
  };
  return {
    name: 'Prism',
    version: PACKAGES['@stoplight/prism-cli'],
    how: 'as a validating proxy (`proxy --errors`), for the plain traffic of a tester: valid logins and each documented failure, but for requests that are not JSON, which it does not relay',
    async examine(subject) {
      const { url } = subject.strict ? proxies.strict : proxies.plain;
      const complaints: Complaint[] = [];
      for (const plain of await trafficOf(subject)) {
        if (plain.name === NEVER_RELAYED) continue;
        upstream.aim({ url: subject.url, path: plain.request.path });
        const text = await send(`${url}${plain.documentedPath}`, plain);
        if (text !== null) complaints.push({ about: plain.name, text });
      }
      return complaints;
    },
    async close() {
      await Promise.all([stop(proxies.plain.process), stop(proxies.strict.process)]);
      await upstream.close();
    },
  };
}

/** @returns what Prism has to say against the answer; null: nothing */
async function send(
  url: string,
  { request: { method, headers, body } }: PlainRequest,
): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method,
      headers: headers.map(([name, value]) => [name, value] as [string, string]),
      body: body === null ? null : Buffer.from(body),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    const text = await response.text();
    const violations = JSON.parse(response.headers.get('sl-violations') ?? '[]') as readonly unknown[];
    const ofAnswer = violations.filter((each) => String(memberOf(each, 'location')).startsWith('response'));
    if (ofAnswer.length > 0) return ofAnswer.map((each) => String(memberOf(each, 'message'))).join('; ');
    return text.includes(PROBLEM) ? text : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface Proxy {
  readonly url: string;
  readonly process: ChildProcess;
}

async function startProxy(folder: string, document: string, upstream: string): Promise<Proxy> {
  const program = join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js');
  const options = [
    '--port=0',
    '--host=127.0.0.1',
    '--errors',
    '--validate-request=false',
    '--multiprocess=false',
  ];
  const child = spawn(process.execPath, [program, 'proxy', document, upstream, ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    const url = /is listening on (http:\S+)/.exec(said)?.[1];
    if (url === undefined) continue;
    // What it goes on to say fills the pipe unless somebody reads it.
    child.stdout.resume();
    return { url, process: child };
  }
  throw new Error(`Prism did not start: ${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

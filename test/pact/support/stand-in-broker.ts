import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PactDocument } from '../../../src/pact/pact-document.js';

/** A contract that the broker has, and what it says of it. */
export interface HeldContract {
  readonly document: PactDocument;
  readonly pending?: boolean;
}

export interface StandInBroker {
  readonly url: string;
  /** Every request, in order: `GET /`, with the body where there is one. */
  readonly asked: readonly {
    readonly line: string;
    readonly authorization: string;
    readonly body: unknown;
  }[];
  /** Results that were published, by consumer. */
  readonly published: readonly { readonly consumer: string; readonly result: Record<string, unknown> }[];
  close(): Promise<void>;
}

export interface StandInOptions {
  /** The header that it asks for; default: none. */
  readonly authorization?: string;
  /** It answers results by 403. */
  readonly refusesResults?: boolean;
}

/**
 * A small Pact Broker: it speaks as much HAL as a verifier needs (index, pacts for verification, pact,
 * results, branches), and lets in who has the right credentials.
 */
export async function standInBroker(
  contracts: readonly HeldContract[],
  { authorization, refusesResults = false }: StandInOptions = {},
): Promise<StandInBroker> {
  const asked: StandInBroker['asked'][number][] = [];
  const published: StandInBroker['published'][number][] = [];
  const server = createServer(async (request, response) => {
    const body = await jsonOf(request);
    const line = `${request.method} ${request.url}`;
    asked.push({ line, authorization: request.headers.authorization ?? '', body });
    if (authorization !== undefined && request.headers.authorization !== authorization) {
      hal(response, { error: 'who are you?' }, 401);
      return;
    }
    const at = Number(/^\/pacts\/(\d+)/.exec(request.url ?? '')?.[1] ?? -1);
    const contract = contracts[at];
    if (line === 'GET /') hal(response, index(url));
    else if (line.startsWith('GET /pacts/for-verification/')) hal(response, selfLink(`${url}${request.url}`));
    else if (line.startsWith('POST /pacts/for-verification/')) hal(response, forVerification(url, contracts));
    else if (contract && request.method === 'GET')
      hal(response, { ...contract.document, ...pactLinks(url, at) });
    else if (contract && line.endsWith('/results') && refusesResults) hal(response, {}, 403);
    else if (contract && line.endsWith('/results')) {
      published.push({
        consumer: contract.document.consumer.name,
        result: body as Record<string, unknown>,
      });
      hal(response, body as object, 201);
    } else if (line.startsWith('GET /pacticipants/')) hal(response, { _links: branchLinks(url) });
    else if (line.startsWith('PUT /pacticipants/')) hal(response, {}, 201);
    else hal(response, {}, 404);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    published,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function index(url: string): object {
  return {
    _links: {
      self: { href: url },
      'pb:provider-pacts-for-verification': {
        href: `${url}/pacts/for-verification/{provider}`,
        templated: true,
      },
      ...branchLinks(url),
    },
  };
}

/** A verifier looks at the resource before it posts to it. */
function selfLink(href: string): object {
  return { _links: { self: { href } } };
}

function branchLinks(url: string): object {
  return {
    'pb:pacticipant': { href: `${url}/pacticipants/{pacticipant}`, templated: true },
    'pb:pacticipant-version': {
      href: `${url}/pacticipants/{pacticipant}/versions/{version}`,
      templated: true,
    },
    'pb:pacticipant-branch-version': {
      href: `${url}/pacticipants/{pacticipant}/branches/{branch}/versions/{version}`,
      templated: true,
    },
    'pb:branch-version': {
      href: `${url}/pacticipants/provider/branches/{branch}/versions/{version}`,
      templated: true,
    },
  };
}

function forVerification(url: string, contracts: readonly HeldContract[]): object {
  return {
    _embedded: {
      pacts: contracts.map(({ document, pending = false }, at) => ({
        shortDescription: `latest of ${document.consumer.name}`,
        verificationProperties: { pending, notices: [] },
        _links: { self: { href: `${url}/pacts/${at}`, name: `the pact of ${document.consumer.name}` } },
      })),
    },
    _links: { self: { href: `${url}/pacts/for-verification` } },
  };
}

function pactLinks(url: string, at: number): object {
  return {
    _links: {
      self: { href: `${url}/pacts/${at}` },
      'pb:provider': { href: `${url}/pacticipants/provider`, name: 'provider' },
      'pb:publish-verification-results': { href: `${url}/pacts/${at}/results` },
    },
  };
}

function hal(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/hal+json' }).end(JSON.stringify(value));
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : JSON.parse(text);
}

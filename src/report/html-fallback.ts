import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { CucumberHtmlStream } from '@cucumber/html-formatter';
import type { Envelope } from './envelope.js';
import { mergeRuns } from './merge-runs.js';
import { writeReportFile } from './report-file.js';
import { sanitizeEnvelope } from './sanitize-envelope.js';

/** An HTML page of the scenarios, for machines on which the Allure report cannot be generated. */
export interface HtmlFallback {
  /** No scenario has started yet. */
  readonly isEmpty: boolean;
  /**
   * Takes a message of any of the cucumber runs that make up the run.
   *
   * @param profile that the cucumber run is for: a feature appears once for each
   */
  onEnvelope(envelope: Envelope, profile: string): void;
  /**
   * Writes cucumber's HTML report of the messages so far.
   *
   * @throws {Error} of the file system
   */
  write(file: string): Promise<void>;
}

/** UTF-16 units of all attachments together: browsers must still open the page. */
const MOST_ATTACHED = 10_000_000;
/**
 * Gathers the messages for cucumber's own HTML report: one file that needs no server, Java or network. Its
 * Content-Security-Policy allows no scripts but the report's own.
 */
export function createHtmlFallback(): HtmlFallback {
  const envelopes: Envelope[] = [];
  let attached = 0;

  return {
    get isEmpty() {
      return !envelopes.some(({ testCaseStarted }) => testCaseStarted !== undefined);
    },
    onEnvelope: (envelope, profile) => {
      attached += envelope.attachment?.body.length ?? 0;
      if (envelope.attachment !== undefined && attached > MOST_ATTACHED) return;
      envelopes.push(ofProfile(sanitizeEnvelope(envelope), profile));
    },
    write: async (file) => {
      const stream = new CucumberHtmlStream();
      const chunks: string[] = [];
      stream.on('data', (chunk) => chunks.push(String(chunk)));
      const end = once(stream, 'end');
      for (const envelope of mergeRuns(envelopes)) stream.write(envelope);
      stream.end();
      await end;
      await writeReportFile(file, withPolicy(chunks.join('')));
    },
  };
}

/** Puts the feature files of each profile into a folder of its own: the page shows them as separate files. */
function ofProfile(envelope: Envelope, profile: string): Envelope {
  const { source, gherkinDocument, pickle } = envelope;
  const within = (uri = '') => `${profile}/${uri}`;
  if (source) return { source: { ...source, uri: within(source.uri) } };
  if (gherkinDocument) return { gherkinDocument: { ...gherkinDocument, uri: within(gherkinDocument.uri) } };
  return pickle ? { pickle: { ...pickle, uri: within(pickle.uri) } } : envelope;
}

/** Allows the page's own scripts by their digests; nothing else may run, load or send anything. */
function withPolicy(page: string): string {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return page.replace(
    '<head>',
    () => `<head>\n\t<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

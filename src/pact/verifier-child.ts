/**
 * The process in which the native verifier runs, which writes to stdout whatever it likes, and may crash. Its output is
 * ignored; what counts goes over the IPC channel. See `verifier-process.ts` for the other end.
 */
import type { VerifierMessage, VerifyRequest } from './verifier-process.js';

const say = (message: VerifierMessage) => process.send?.(message);

// The parent is gone.
process.on('disconnect', () => process.exit());
// A terminal interrupts all its processes; the parent decides when this one ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

try {
  // Loaded here and not at the top, so that a failure can be reported.
  const { Verifier } = await import('@pact-foundation/pact-core');
  process.on('message', async ({ job, options }: VerifyRequest) => {
    try {
      say({ kind: 'verified', job, report: await new Verifier(options).verify() });
    } catch (error) {
      // A contract that is not kept is an error too: the message is then the report.
      const message = error instanceof Error ? error.message : String(error);
      say(
        message.trimStart().startsWith('{')
          ? { kind: 'verified', job, report: message }
          : { kind: 'broken', job, message },
      );
    }
  });
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'broken', job: null, message: error instanceof Error ? error.message : String(error) });
  process.disconnect?.();
}

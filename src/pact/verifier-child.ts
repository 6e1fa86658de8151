/**
 * The process in which the native verifier runs: it writes to stdout whatever it likes, and may crash. Its
 * output is ignored; what counts goes over the IPC channel. See `verifier-process.ts` for the other end.
 */
import type { VerifierMessage, VerifyRequest } from './verifier-messages.js';

const say = (message: VerifierMessage) => process.send?.(message);

// Whoever asked is gone.
process.on('disconnect', () => process.exit());
// A terminal interrupts all its processes; when this one ends is for the one to say that asked.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

try {
  // Loaded here and not at the top, so that what goes wrong can be told.
  const { Verifier } = await import('@pact-foundation/pact-core');
  process.on('message', async ({ job, options }: VerifyRequest) => {
    try {
      say({ kind: 'verified', job, report: await new Verifier(options).verify() });
    } catch (error) {
      // A contract that is not kept is an error too: then the message is the report.
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

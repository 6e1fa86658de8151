import { setTimeout as delay } from 'node:timers/promises';
import { createTransport, type Transport } from '../consumer/transport.js';

/** The mock server answers in one thread and notes what it answered in another: on a busy machine a little later. */
const MOMENT_MS = 100;

/** Lets a client of the mock server at this URL do its work. */
export async function withTransport<T>(url: string, work: (transport: Transport) => Promise<T>): Promise<T> {
  const transport = createTransport(url);
  try {
    return await work(transport);
  } finally {
    await transport.close();
    await delay(MOMENT_MS);
  }
}

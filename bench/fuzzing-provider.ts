/** The reference provider in a process of its own: prints its URL and runs until it is ended. */
import { startProvider } from '../src/provider/listen.js';

const { url } = await startProvider();
process.stdout.write(`${url}\n`);

import type { AddressInfo } from 'node:net';

/** Any of node's servers, on a free port of this machine. */
interface Listener {
  listen(port: number, host: string, done: () => void): unknown;
  address(): AddressInfo | string | null;
  close(done: () => void): unknown;
}

/**
 * Makes a server listen.
 * @param closeAll closes its open connections
 */
export async function listening(
  server: Listener,
  closeAll: () => void,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        closeAll();
      }),
  };
}

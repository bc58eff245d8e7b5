import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A relay in front of a server that breaks connections off. */
export interface CuttingProxy extends AsyncDisposable {
  readonly port: number;
  /** Breaks every connection once so many more bytes went from the server to the client; undefined: never. */
  cutAfter(bytes: number | undefined): void;
}

/** Starts a relay to a port of loopback. */
export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  let left: number | undefined;
  const open = new Set<Socket>();
  const cut = (): void => {
    left = undefined;
    for (const socket of open) socket.destroy();
  };
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(from);
          to.destroy();
        });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      if (left === undefined || bytes.length <= left) {
        if (left !== undefined) left -= bytes.length;
        client.write(bytes);
        return;
      }
      client.write(bytes.subarray(0, left), cut);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes) => (left = bytes),
    [Symbol.asyncDispose]: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

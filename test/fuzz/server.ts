import { MockExchange, mockEvents } from '@cutover/mock-exchange';

/** What the server under fuzz tells its parent. */
export type ServerMessage =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'memory'; readonly bytes: number };

const tell = (message: ServerMessage): void => void process.send?.(message);

// Whatever a service throws that is no fault and no malformed stub is a defect of the server.
for (const { channel } of [mockEvents.connectionFailed, mockEvents.requestFailed]) {
  channel.subscribe((event) => tell({ kind: 'failed', error: JSON.stringify(event) }));
}

const mock = await MockExchange.start({ httpPort: 0 });
tell({ kind: 'ready', port: Number(new URL(mock.httpUrl!).port) });

process.on('message', (question) => {
  if (question === 'reset') {
    mock.reset();
    for (const owner of mock.store.owners) mock.store.mailbox(owner);
    return tell({ kind: 'reset' });
  }
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  tell({ kind: 'memory', bytes: heapUsed + external });
});
process.on('disconnect', () => void mock.close());

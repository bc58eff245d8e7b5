import type { Socket } from 'node:net';

/** Breaks a connection off by a reset. Node can reset no socket under TLS; there it ends without any notice. */
export function resetSocket(socket: Socket): void {
  try {
    socket.resetAndDestroy();
  } catch {
    socket.destroy();
  }
}

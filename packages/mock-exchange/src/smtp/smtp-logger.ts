import type { SMTPServerOptions } from 'smtp-server';
import { streamTap, type StreamTap } from '../tap/stream-tap.ts';
import type { World } from '../world.ts';

const smtpPort = 25;

/** What smtp-server tells of a line. */
interface LogData {
  readonly tnx?: string;
  /** Id of the session. */
  readonly cid?: string;
  /** Name of the command, in capitals. */
  readonly command?: string;
  readonly user?: unknown;
}

type Logger = Exclude<SMTPServerOptions['logger'], boolean | undefined>;

interface Connection {
  readonly tap: StreamTap | undefined;
  /** The command that waits for its answer. */
  asked: { readonly command: string; readonly request: string } | undefined;
  /** Whether a fault answers that command. */
  isStruck: boolean;
}

/** Codes by which smtp-server says that it does not know, or cannot read, a command. RFC 5321 4.2.2 */
const misunderstood = new Set(['500', '501', '502', '503', '504']);

/** Keeps what is said in journal and tap; smtp-server hides credentials, and tells lines in the clear also of encrypted connections. */
export function smtpLogger(world: World): {
  readonly logger: Logger;
  /** Keeps a message that came, as the logger tells its size alone. */
  readonly data: (session: { readonly id: string }, bytes: Uint8Array) => void;
  /** Takes note that a fault answers the command of a session. */
  readonly struck: (id: string) => void;
} {
  const connections = new Map<string, Connection>();
  const connectionOf = (id: string): Connection => {
    const known = connections.get(id);
    if (known !== undefined) return known;
    const fresh = { tap: streamTap(world.tap, smtpPort), asked: undefined, isStruck: false };
    connections.set(id, fresh);
    return fresh;
  };
  const log = ({ tnx, cid, command = '', user }: LogData, ...told: readonly unknown[]): void => {
    if (cid === undefined) return;
    if (tnx === 'close') return void connections.delete(cid);
    const text = String(told[1]);
    if (tnx === 'command') heard(connectionOf(cid), { command, text });
    else if (tnx === 'send') said(world, connectionOf(cid), { text, user });
  };
  const ignore = (): void => undefined;
  return {
    logger: {
      level: ignore,
      trace: ignore,
      debug: log,
      info: log,
      warn: ignore,
      error: ignore,
      fatal: ignore,
    } as Logger,
    data: ({ id }, bytes) => {
      const connection = connectionOf(id);
      connection.tap?.record('in', Buffer.concat([bytes, Buffer.from('.\r\n')]));
      connection.asked = { command: 'DATA', request: `${bytes.length} bytes` };
    },
    struck: (id) => void (connectionOf(id).isStruck = true),
  };
}

function heard(connection: Connection, { command, text }: { command: string; text: string }): void {
  connection.tap?.record('in', Buffer.from(`${text}\r\n`));
  connection.asked = { command, request: text };
}

function said({ journal }: World, connection: Connection, { text, user }: { text: string; user: unknown }): void {
  connection.tap?.record('out', Buffer.from(`${text}\r\n`));
  const { command, request } = connection.asked ?? { command: 'CONNECT', request: '' };
  const account = typeof user === 'string' ? user : undefined;
  journal?.record({
    kind: 'smtp',
    command,
    request,
    answer: text.replaceAll('\r\n', ' | '),
    account,
    isUnexpected: !connection.isStruck && misunderstood.has(text.slice(0, 3)),
  });
  connection.isStruck = false;
}

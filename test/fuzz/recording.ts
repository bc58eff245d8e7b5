import type { Operation } from '@cutover/wire';
import type { SyntaxId } from '@cutover/wire/rpc';
import { FuzzConnection } from './fuzz-connection.ts';

/** A valid call that the server has answered. */
export interface RecordedCall {
  readonly operation: Operation;
  /** What the call is counted as: its ROP, else its operation. */
  readonly name: string;
  readonly stub: Uint8Array;
  /** The call's answer begins a session: this reads the handle that the following calls carry. */
  readonly opens?: (response: Uint8Array) => Uint8Array;
  /** The stub begins with the session's handle. */
  readonly carriesHandle: boolean;
}

/** Valid calls of one interface in an order that makes sense. */
export interface Conversation {
  readonly port: number;
  readonly syntax: SyntaxId;
  readonly operations: readonly Operation[];
  readonly calls: readonly RecordedCall[];
}

export const handleSize = 20;

/** Makes calls on a connection and keeps them; a call that is not answered by a response is an error of the recording. */
export class Recorder {
  readonly calls: RecordedCall[] = [];
  readonly #connection: FuzzConnection;

  constructor(connection: FuzzConnection) {
    this.#connection = connection;
  }

  async call<Q, R>(
    operation: Operation<Q, R>,
    request: Q,
    session: Pick<RecordedCall, 'opens'> & { carriesHandle?: boolean; name?: string } = {},
  ): Promise<R> {
    const stub = Uint8Array.from(operation.request.encode(request));
    const reply = await this.#connection.call(operation.opnum, stub);
    if (reply.kind !== 'response') throw new Error(`${operation.name} was answered by ${JSON.stringify(reply)}`);
    const { carriesHandle = false, name = operation.name } = session;
    const opens = session.opens ? { opens: session.opens } : {};
    this.calls.push({ operation: operation as Operation, name, stub, carriesHandle, ...opens });
    return operation.response.decode(reply.stub);
  }
}

interface Interface {
  readonly uuid: string;
  readonly majorVersion: number;
  readonly minorVersion: number;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** Records what `speak` says on a connection to the interface. */
export async function record(
  proxyPort: number,
  target: { port: number; interface: Interface },
  speak: (recorder: Recorder) => Promise<void>,
): Promise<Conversation> {
  const { uuid, majorVersion, minorVersion, operations } = target.interface;
  const syntax = { uuid, majorVersion, minorVersion };
  const connection = await FuzzConnection.open(proxyPort, { port: target.port, syntax });
  const recorder = new Recorder(connection);
  await speak(recorder);
  connection.close();
  return { port: target.port, syntax, operations: Object.values(operations), calls: recorder.calls };
}

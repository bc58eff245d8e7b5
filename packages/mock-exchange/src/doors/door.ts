import type { Socket } from 'node:net';
import type { ServerCertificates } from '../certificates/create-certificates.ts';
import type { ServerControl } from '../control.ts';
import type { Listener, ListenOptions } from '../http/front-end.ts';
import type { MockExchangeOptions } from '../options.ts';
import type { World } from '../world.ts';
import type { DoorScheme } from './door-names.ts';

/** What a door needs to listen. */
export interface DoorContext {
  readonly options: MockExchangeOptions;
  readonly world: World;
  readonly host: string;
  /** Key and certificate of the server. */
  readonly tls: NonNullable<ListenOptions['tls']>;
  readonly certificates: ServerCertificates;
  readonly control: ServerControl;
  /** Serves a connection of HTTP: see routes.ts for what there is on it. */
  readonly acceptHttp: (socket: Socket) => void;
}

/** A port of the server under the scheme that its URL begins with. */
export interface Door {
  readonly scheme: DoorScheme;
  /** What the URL begins with, where that is not the scheme. */
  readonly protocol?: string;
  /** Whether a connection goes on with what it saw when it began: a reset then drops it. */
  readonly hasSessions?: true;
  /** Begins to listen; undefined where the options do not ask for it. */
  open(context: DoorContext): Promise<Listener> | undefined;
}

import { systemClock, systemRandom, type Clock, type Random } from '@cutover/base';
import { embeddedOrganisation, type EmbeddedOrganisation } from '../embedded-organisation.ts';
import { limits } from '../limits.ts';
import { makeFolder } from '../make-folder.ts';
import { serviceToken } from '../secrets/service-token.ts';
import { version } from '../version.ts';
import { serveBackend, type ServedBackend } from './serve-backend.ts';
import { serviceAddress } from './service-address.ts';
import { serviceOwner } from './service-owner.ts';

/** Which organisation a service holds open, and for how long. */
export interface RunServiceOptions {
  readonly dataFolder: string;
  readonly signal: AbortSignal;
  /** The machine's clock. */
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
  /** Milliseconds without clients and without anything scheduled after which it ends. */
  readonly idleAfter?: number | undefined;
  /** Opens the organisation that is served; default: the one in the data folder. */
  readonly open?: ((options: { data: string; owner: string }) => EmbeddedOrganisation) | undefined;
}

/**
 * Is the service of a data folder: runs its batches, keeps their schedule and answers clients, until it is told to end,
 * or has neither clients nor anything scheduled. Throws `cloud.dataFolderInUse` when the folder has an owner already.
 */
export async function runService(options: RunServiceOptions): Promise<void> {
  const { signal, clock = systemClock, random = systemRandom } = options;
  const dataFolder = makeFolder(options.dataFolder);
  const { open = embeddedOrganisation } = options;
  await using organisation = open({ data: dataFolder, owner: serviceOwner });
  const ended = new AbortController();
  await using served = await serveBackend({
    backend: organisation,
    address: serviceAddress(dataFolder),
    token: serviceToken(dataFolder, random),
    version,
    random,
    clock,
    onEnd: () => ended.abort(),
  });
  const over = AbortSignal.any([signal, ended.signal, organisation.lost]);
  await untilNothingIsLeft({ organisation, served, clock, signal: over, idleAfter: options.idleAfter });
  if (organisation.lost.aborted) throw organisation.lost.reason;
}

interface Service {
  organisation: EmbeddedOrganisation;
  served: ServedBackend;
  clock: Clock;
  signal: AbortSignal;
  idleAfter: number | undefined;
}

async function untilNothingIsLeft({ organisation, served, clock, signal, idleAfter }: Service): Promise<void> {
  const quiet = idleAfter ?? limits.serviceIdle;
  const mayEnd = (): boolean =>
    served.connections === 0 && clock.now() - served.quietSince >= quiet && !organisation.isScheduled;
  while (!signal.aborted) {
    if (mayEnd() && (await served.endIfUnused())) return;
    await clock.sleep(Math.min(quiet, limits.serviceLook), { signal }).catch(() => undefined);
  }
}

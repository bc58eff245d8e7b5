import { mockErrors } from '../errors.ts';
import type { MockExchangeOptions } from '../options.ts';
import { type DoorName, doorNames } from './door-names.ts';

/** What each way in asks of the options, where they do not say more about it. */
const doorOptions: Readonly<Record<DoorName, Partial<MockExchangeOptions>>> = {
  rpc: {},
  http: { httpPort: 0 },
  webdav: { webDav: true },
  imap: { imapPort: 0 },
  imaps: { imapsPort: 0 },
  smtp: { smtpPort: 0 },
  management: { managementPort: 0 },
};

/** The options with what `doors`, or the seed's, name: those doors are open, on any free port unless one is given, and RPC only if named. */
export function withDoors({ doors, ...given }: MockExchangeOptions): MockExchangeOptions {
  const wanted = doors ?? given.seed?.doors;
  if (wanted === undefined) return given;
  const options = Object.assign({}, ...wanted.map(optionsOf)) as Partial<MockExchangeOptions>;
  return { ...options, ...(wanted.includes('rpc') ? {} : { rpcProxy: 'unmapped' }), ...given };
}

function optionsOf(door: DoorName): Partial<MockExchangeOptions> {
  if (Object.hasOwn(doorOptions, door)) return doorOptions[door];
  throw mockErrors.unknownChoice({ option: 'doors', value: door, known: doorNames });
}

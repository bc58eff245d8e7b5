import { isIP, isIPv6 } from 'node:net';
import { numberOf, switchOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { IpAddress } from '../../runtime/types/network-type-table.ts';
import { networkOf } from '../web/web-request.ts';
import { networkRecord } from './network-errors.ts';

/** What a test of a connection is made with. */
export interface ConnectionTarget {
  readonly context: CommandContext;
  /** As it is shown. */
  readonly name: string;
  readonly address: string;
}

const cannotResolve = 'Cannot resolve the target name.';
const wrongFamily = 'Target IPv4/IPv6 address absent.';

/** Finds a target by its name or address and what -IPv4, -IPv6 and -ResolveDestination ask for; undefined, after an error, where there is none. */
export function connectionTarget(context: CommandContext, given: string): ConnectionTarget | undefined {
  const { parameters } = context;
  const { name, addresses } = addressesOf(context, given);
  if (addresses.length === 0 && switchOf(parameters, 'Quiet')) return undefined;
  const family = switchOf(parameters, 'IPv6') ? 6 : switchOf(parameters, 'IPv4') ? 4 : undefined;
  const address = addresses.find((each) => family === undefined || isIP(each) === family);
  if (address === undefined) {
    const reason = addresses.length === 0 ? cannotResolve : wrongFamily;
    context.writeError(networkRecord('NoPingResult', [given, reason], given));
    return undefined;
  }
  const named = switchOf(parameters, 'ResolveDestination') ? hostName(context, address) : undefined;
  return { context, name: named ?? name, address };
}

/** Finds a target by its name or address; undefined where there is none. */
export function findTarget(context: CommandContext, given: string): ConnectionTarget | undefined {
  const { name, addresses } = addressesOf(context, given);
  return addresses[0] === undefined ? undefined : { context, name, address: addresses[0] };
}

/** How long an answer is waited for, in ms. */
export const timeoutOf = ({ parameters }: CommandContext): number =>
  (numberOf(parameters, 'TimeoutSeconds') ?? 5) * 1000;

interface Found {
  readonly name: string;
  readonly addresses: readonly string[];
}

function addressesOf(context: CommandContext, given: string): Found {
  const parsed = IpAddress.parse(given)?.address;
  if (parsed !== undefined) return { name: parsed, addresses: [parsed] };
  const records = (['A', 'AAAA'] as const).flatMap((type) => lookUp(context, given, type));
  return { name: given, addresses: records.map(({ IPAddress: address }) => String(address)) };
}

/** The name that the network has for an address. */
export function hostName(context: CommandContext, address: string): string | undefined {
  const [record] = lookUp(context, reverseName(address), 'PTR');
  return record && String(record['NameHost']);
}

function lookUp(context: CommandContext, name: string, type: 'A' | 'AAAA' | 'PTR') {
  try {
    return networkOf(context).resolve({ name, type });
  } catch (error) {
    if (error instanceof ScriptError || !(error instanceof Error)) throw error;
    return [];
  }
}

/** Source: RFC 1035, 3.5 and RFC 3596, 2.5. */
function reverseName(address: string): string {
  const { bytes } = new IpAddress(address);
  if (!isIPv6(address)) return `${[...bytes].toReversed().join('.')}.in-addr.arpa`;
  const digits = Array.from(bytes).flatMap((byte) => [byte >> 4, byte & 15].map((digit) => digit.toString(16)));
  return `${digits.toReversed().join('.')}.ip6.arpa`;
}

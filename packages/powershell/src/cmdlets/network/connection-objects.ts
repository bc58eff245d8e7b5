import { hostname } from 'node:os';
import type { EchoReply, TcpResult } from '../../host/network.ts';
import { enumType } from '../../runtime/types/enum-type.ts';
import { IpAddress } from '../../runtime/types/network-type-table.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';
import { SmallInteger } from '../../runtime/values/number-types.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import type { ConnectionTarget } from './connection-target.ts';

const echoStatusNames = {
  Unknown: -1,
  Success: 0,
  DestinationNetworkUnreachable: 11002,
  DestinationHostUnreachable: 11003,
  DestinationPortUnreachable: 11005,
  PacketTooBig: 11009,
  TimedOut: 11010,
  TtlExpired: 11013,
} as const;

const socketErrorNames = {
  SocketError: -1,
  Success: 0,
  AccessDenied: 10013,
  NetworkUnreachable: 10051,
  ConnectionReset: 10054,
  TimedOut: 10060,
  ConnectionRefused: 10061,
  HostUnreachable: 10065,
  HostNotFound: 11001,
} as const;

const echoStatusType = enumType('System.Net.NetworkInformation.IPStatus', echoStatusNames);
const socketErrorType = enumType('System.Net.Sockets.SocketError', socketErrorNames);

export const connectionTypes = [echoStatusType, socketErrorType];

const socketErrors: Readonly<Record<string, keyof typeof socketErrorNames>> = {
  EACCES: 'AccessDenied',
  ENETUNREACH: 'NetworkUnreachable',
  ECONNRESET: 'ConnectionReset',
  ETIMEDOUT: 'TimedOut',
  ECONNREFUSED: 'ConnectionRefused',
  EHOSTUNREACH: 'HostUnreachable',
  ENOTFOUND: 'HostNotFound',
};

const command = 'Microsoft.PowerShell.Commands.TestConnectionCommand+';
const named = (name: string, ...bases: readonly string[]): CustomObject =>
  new CustomObject([...[name, ...bases].map((each) => command + each), 'System.Object']);

const uint = (value: number): SmallInteger => new SmallInteger('UInt32', value);
const milliseconds = (value: number): bigint => BigInt(Math.round(value));
const statusOf = ({ status }: EchoReply): EnumValue => new EnumValue(echoStatusType, echoStatusNames[status]);
const answererOf = (reply: EchoReply): IpAddress | null =>
  reply.status === 'Success' ? new IpAddress(reply.address) : null;

interface Echoed {
  readonly reply: EchoReply;
  readonly size: number;
  readonly count: number;
}

function withPing(object: CustomObject, { name }: ConnectionTarget, { reply, size, count }: Echoed): CustomObject {
  return object
    .setNote('Ping', uint(count))
    .setNote('Source', hostname())
    .setNote('Destination', name)
    .setNote('Address', answererOf(reply))
    .setNote('DisplayAddress', answererOf(reply)?.text() ?? '*')
    .setNote('Latency', milliseconds(reply.milliseconds))
    .setNote('Status', statusOf(reply))
    .setNote('BufferSize', size);
}

export const pingStatus = (target: ConnectionTarget, echoed: Echoed): CustomObject =>
  withPing(named('PingStatus'), target, echoed);

/** The largest packet that gets through whole. */
export const mtuStatus = (target: ConnectionTarget, reply: EchoReply, size: number): CustomObject =>
  withPing(named('PingMtuStatus', 'PingStatus').setNote('MtuSize', size), target, { reply, size, count: 1 });

/** One answer of one router on the way. */
export function traceStatus(
  { name, address }: ConnectionTarget,
  hop: { readonly number: number; readonly hostName: string },
  { reply, count }: Echoed,
): CustomObject {
  return named('TraceStatus')
    .setNote('Hop', hop.number)
    .setNote('Hostname', hop.hostName)
    .setNote('Ping', uint(count))
    .setNote('HopAddress', answererOf(reply))
    .setNote('Latency', milliseconds(reply.milliseconds))
    .setNote('Status', statusOf(reply))
    .setNote('Source', hostname())
    .setNote('Target', name)
    .setNote('TargetAddress', new IpAddress(address));
}

export function tcpStatus(
  { name, address }: ConnectionTarget,
  { connected, milliseconds: time, failure = '' }: TcpResult,
  { id, port }: { readonly id: number; readonly port: number },
): CustomObject {
  const status = connected ? 'Success' : (socketErrors[failure] ?? 'SocketError');
  return named('TcpPortStatus')
    .setNote('Id', id)
    .setNote('Source', hostname())
    .setNote('Target', name)
    .setNote('TargetAddress', new IpAddress(address))
    .setNote('Port', port)
    .setNote('Latency', milliseconds(connected ? time : 0))
    .setNote('Connected', connected)
    .setNote('Status', new EnumValue(socketErrorType, socketErrorNames[status]));
}

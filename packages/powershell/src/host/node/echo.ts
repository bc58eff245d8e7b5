import { execFile } from 'node:child_process';
import { isIPv4 } from 'node:net';
import type { EchoReply, EchoRequest, EchoStatus } from '../network.ts';

/** How much longer than asked for the program may take. */
const patience = 2000;

/**
 * Sends one echo request by the system's `ping`, as .NET does for users who may not open raw sockets.
 * Source: System.Net.NetworkInformation.UnixCommandLinePing.
 */
export async function echo(request: EchoRequest, signal: AbortSignal): Promise<EchoReply> {
  const [program, ...args] = echoCommand(request, process.platform);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(request.timeout + patience)]);
  const { text, missing } = await outputOf(program!, args, limit);
  if (missing) throw new Error("The system's ping utility could not be found.");
  return readEcho(text, request.address);
}

/** The program and its arguments for one request. */
export function echoCommand(request: EchoRequest, platform: NodeJS.Platform): readonly string[] {
  const { address, size, hops, unfragmented, timeout } = request;
  const seconds = String(Math.max(1, Math.ceil(timeout / 1000)));
  if (platform === 'win32') {
    const windows = ['ping', '-n', '1', '-w', String(timeout), '-l', String(size), '-i', String(hops)];
    return [...windows, ...(unfragmented ? ['-f'] : []), address];
  }
  if (platform === 'darwin') {
    const isV4 = isIPv4(address);
    const limits = isV4 ? ['-W', String(timeout), '-m', String(hops)] : ['-h', String(hops)];
    const whole = unfragmented ? [isV4 ? '-D' : '-m'] : [];
    return [isV4 ? 'ping' : 'ping6', '-n', '-c', '1', '-s', String(size), ...limits, ...whole, address];
  }
  const whole = unfragmented ? ['-M', 'do'] : [];
  return ['ping', '-n', '-c', '1', '-W', seconds, '-s', String(size), '-t', String(hops), ...whole, address];
}

interface ProgramOutput {
  readonly text: string;
  readonly missing: boolean;
}

/** What a program writes; none where it has to be ended. */
function outputOf(program: string, args: readonly string[], signal: AbortSignal): Promise<ProgramOutput> {
  const environment = { ...process.env, LC_ALL: 'C' };
  return new Promise((resolve) => {
    execFile(program, args, { signal, env: environment }, (error, output, errors) =>
      resolve({ text: output + errors, missing: error?.code === 'ENOENT' }),
    );
  });
}

const failures: readonly (readonly [text: RegExp, status: EchoStatus])[] = [
  [/time to live exceeded|ttl expired|time exceeded|hop limit/i, 'TtlExpired'],
  [/message too long|frag(?:mentation)? needed|needs to be fragmented|packet too big/i, 'PacketTooBig'],
  [/destination host unreachable|address unreachable/i, 'DestinationHostUnreachable'],
  [/net(?:work)? (?:is )?unreachable|no route/i, 'DestinationNetworkUnreachable'],
  [/port unreachable/i, 'DestinationPortUnreachable'],
];

/** What `ping` tells, of iputils, busybox, macOS or Windows, of the address that was asked. */
export function readEcho(text: string, asked: string): EchoReply {
  // Windows translates the words before the time.
  const time = /[=<]\s*([\d.]+)\s*ms\b/i.exec(text)?.[1];
  const address = /from\s+(?:\S+\s+\()?([\da-f.:]*[\da-f])/i.exec(text)?.[1] ?? '';
  if (time !== undefined) return { status: 'Success', address: asked, milliseconds: Number(time) };
  const status = failures.find(([pattern]) => pattern.test(text))?.[1] ?? 'TimedOut';
  return { status, address: status === 'TimedOut' ? '' : address, milliseconds: 0 };
}

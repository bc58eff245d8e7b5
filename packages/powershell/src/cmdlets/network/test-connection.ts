import { numberOf, switchOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { sleep } from '../time/sleep.ts';
import { networkOf } from '../web/web-request.ts';
import { pingStatus, tcpStatus } from './connection-objects.ts';
import { type ConnectionTarget, connectionTarget, timeoutOf } from './connection-target.ts';
import { type Echo, echoWith } from './echo-with.ts';
import { findMtu } from './find-mtu.ts';
import { traceRoute } from './trace-route.ts';

const ping = { DefaultPing: {}, RepeatPing: {} };
const traced = { ...ping, TraceRoute: {} };
const positive = [{ kind: 'rangeKind', range: 'Positive' }] as const;

const parameters: readonly ParameterSpec[] = [
  { name: 'Ping', type: 'SwitchParameter', sets: ping },
  { name: 'IPv4', type: 'SwitchParameter' },
  { name: 'IPv6', type: 'SwitchParameter' },
  { name: 'ResolveDestination', type: 'SwitchParameter' },
  // The original has no setter for it: other machines are not asked.
  { name: 'Source', unsupported: true },
  {
    name: 'MaxHops',
    type: 'Int32',
    aliases: ['Ttl', 'TimeToLive', 'Hops'],
    sets: traced,
    validate: [{ kind: 'range', min: 1, max: 128 }],
  },
  { name: 'Count', type: 'Int32', sets: { DefaultPing: {}, TcpPort: {} }, validate: positive },
  { name: 'Delay', type: 'Int32', sets: { ...ping, TcpPort: {} }, validate: positive },
  {
    name: 'BufferSize',
    type: 'Int32',
    aliases: ['Size', 'Bytes', 'BS'],
    sets: ping,
    validate: [{ kind: 'range', min: 0, max: 65500 }],
  },
  { name: 'DontFragment', type: 'SwitchParameter', sets: ping },
  {
    name: 'Repeat',
    type: 'SwitchParameter',
    aliases: ['Continuous'],
    sets: { RepeatPing: { mandatory: true }, TcpPort: {} },
  },
  { name: 'Quiet', type: 'SwitchParameter' },
  { name: 'Detailed', type: 'SwitchParameter', sets: { TcpPort: {} } },
  { name: 'TimeoutSeconds', type: 'Int32', validate: positive },
  {
    name: 'TargetName',
    type: 'String[]',
    aliases: ['ComputerName'],
    position: 0,
    mandatory: true,
    pipeline: 'both',
    validate: [{ kind: 'notNullOrEmpty' }],
  },
  {
    name: 'MtuSize',
    type: 'SwitchParameter',
    aliases: ['MtuSizeDetect'],
    sets: { MtuSizeDetect: { mandatory: true } },
  },
  { name: 'Traceroute', type: 'SwitchParameter', sets: { TraceRoute: { mandatory: true } } },
  {
    name: 'TcpPort',
    type: 'Int32',
    sets: { TcpPort: { mandatory: true } },
    validate: [{ kind: 'range', min: 0, max: 65535 }],
  },
];

const pingMembers = 'Ping Source Destination Address DisplayAddress Latency Status BufferSize'.split(' ');

export const testConnection: Cmdlet = {
  kind: 'cmdlet',
  name: 'Test-Connection',
  module: 'Microsoft.PowerShell.Management',
  implementingType: 'Microsoft.PowerShell.Commands.TestConnectionCommand',
  outputMembers: () => pingMembers,
  defaultSet: 'DefaultPing',
  parameters,
  create: (context) => ({
    process: () => {
      const { test, unresolved } = testOf(context);
      for (const given of textsOf(context.parameters, 'TargetName') ?? []) {
        const target = connectionTarget(context, given);
        if (target) test(target, (request) => echoWith(target, { ...request, timeout: timeoutOf(context) }));
        else if (switchOf(context.parameters, 'Quiet')) context.out.write(unresolved);
      }
    },
  }),
};

interface ConnectionTest {
  readonly test: (target: ConnectionTarget, echo: Echo) => void;
  /** What a quiet test says of a name that nobody knows. */
  readonly unresolved: unknown;
}

function testOf({ parameters: given }: CommandContext): ConnectionTest {
  if (switchOf(given, 'Traceroute')) return { test: traceRoute, unresolved: false };
  if (switchOf(given, 'MtuSize')) return { test: findMtu, unresolved: -1 };
  return { test: given['TcpPort'] === undefined ? pingAll : connectAll, unresolved: false };
}

const defaults = { pings: 4, hops: 128, size: 32 } as const;

/** How often a test is made, with the pause between two. */
function* rounds({ session, parameters: given }: CommandContext, usual: number): Generator<number> {
  const most = switchOf(given, 'Repeat') ? Infinity : (numberOf(given, 'Count') ?? usual);
  for (let count = 1; count <= most; count++) {
    yield count;
    if (count < most) sleep(session, (numberOf(given, 'Delay') ?? 1) * 1000);
  }
}

function pingAll(target: ConnectionTarget, echo: Echo): void {
  const { context } = target;
  const { parameters: given, out } = context;
  const size = numberOf(given, 'BufferSize') ?? defaults.size;
  const request = {
    size,
    hops: numberOf(given, 'MaxHops') ?? defaults.hops,
    unfragmented: switchOf(given, 'DontFragment'),
  };
  const isQuiet = switchOf(given, 'Quiet');
  let answered = true;
  for (const count of rounds(context, defaults.pings)) {
    const reply = echo(request);
    answered &&= reply?.status === 'Success';
    if (reply && !isQuiet) out.write(pingStatus(target, { reply, size, count }));
  }
  if (isQuiet) out.write(answered);
}

function connectAll(target: ConnectionTarget): void {
  const { context, address } = target;
  const { parameters: given, out } = context;
  const port = numberOf(given, 'TcpPort')!;
  for (const id of rounds(context, 1)) {
    const result = networkOf(context).probe({ host: address, port, timeout: timeoutOf(context) });
    if (!switchOf(given, 'Detailed')) return out.write(result.connected);
    out.write(tcpStatus(target, result, { id, port }));
  }
}

import type { EchoReply } from '../../host/network.ts';
import { numberOf, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { IpAddress } from '../../runtime/types/network-type-table.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { networkOf } from '../web/web-request.ts';
import { type ConnectionTarget, findTarget } from './connection-target.ts';
import { echoWith } from './echo-with.ts';

const commonPorts: Readonly<Record<string, number>> = { HTTP: 80, RDP: 3389, SMB: 445, WINRM: 5985 };
const timeout = 10_000;
const size = 32;
const mostHops = 30;

export const testNetConnection: Cmdlet = {
  kind: 'cmdlet',
  name: 'Test-NetConnection',
  module: 'NetTCPIP',
  aliases: ['tnc'],
  implementingType: 'Microsoft.NetTCPIP.TestNetConnectionCommand',
  defaultSet: 'ICMP',
  parameters: [
    { name: 'ComputerName', type: 'String', position: 0, pipeline: 'both', aliases: ['RemoteAddress', 'cn'] },
    {
      name: 'CommonTCPPort',
      type: 'String',
      position: 1,
      sets: { CommonTCPPort: { mandatory: true } },
      validate: [{ kind: 'set', values: Object.keys(commonPorts) }],
    },
    {
      name: 'Port',
      type: 'Int32',
      pipeline: 'property',
      aliases: ['RemotePort'],
      sets: { RemotePort: { mandatory: true } },
      validate: [{ kind: 'range', min: 1, max: 65535 }],
    },
    { name: 'TraceRoute', type: 'SwitchParameter', sets: { ICMP: {} } },
    { name: 'Hops', type: 'Int32', sets: { ICMP: {} }, validate: [{ kind: 'range', min: 1, max: 120 }] },
    { name: 'InformationLevel', type: 'String', validate: [{ kind: 'set', values: ['Quiet', 'Detailed'] }] },
  ],
  create: (context) => ({ process: () => test(context) }),
};

function test(context: CommandContext): void {
  const { parameters, out } = context;
  const host = textOf(parameters, 'ComputerName') ?? 'localhost';
  const target = findTarget(context, host);
  const result = new CustomObject(['TestNetConnectionResult', 'System.Object']).setNote('ComputerName', host);
  if (!target) context.writeWarning(`Name resolution of ${host} failed`);
  result.setNote('RemoteAddress', target ? new IpAddress(target.address) : null);
  const port = numberOf(parameters, 'Port') ?? commonPorts[textOf(parameters, 'CommonTCPPort')?.toUpperCase() ?? ''];
  const succeeded = port === undefined ? ping(result, target) : connect(result, target, port);
  const isQuiet = textOf(parameters, 'InformationLevel')?.toLowerCase() === 'quiet';
  out.write(isQuiet ? succeeded : result);
}

function connect(result: CustomObject, target: ConnectionTarget | undefined, port: number): boolean {
  const connected =
    target !== undefined && networkOf(target.context).probe({ host: target.address, port, timeout }).connected;
  if (target && !connected) target.context.writeWarning(`TCP connect to (${target.address} : ${port}) failed`);
  result.setNote('RemotePort', port).setNote('TcpTestSucceeded', connected);
  return connected;
}

function ping(result: CustomObject, target: ConnectionTarget | undefined): boolean {
  const send = target && ((hops: number) => echoWith(target, { size, hops, unfragmented: false, timeout }));
  const reply = send?.(128);
  const succeeded = reply?.status === 'Success';
  if (target && reply && !succeeded) {
    target.context.writeWarning(`Ping to ${target.address} failed with status: ${reply.status}`);
  }
  result.setNote('PingSucceeded', succeeded);
  if (succeeded) result.setNote('PingReplyDetails (RTT)', `${Math.round(reply.milliseconds)} ms`);
  if (target && send && switchOf(target.context.parameters, 'TraceRoute')) {
    result.setNote('TraceRoute', way(send, numberOf(target.context.parameters, 'Hops') ?? mostHops));
  }
  return succeeded;
}

/** The address of each router on the way; `0.0.0.0` for one that does not answer. */
function way(send: (hops: number) => EchoReply | undefined, most: number): readonly string[] {
  const addresses: string[] = [];
  for (let hops = 1; hops <= most; hops++) {
    const reply = send(hops);
    if (!reply) break;
    addresses.push(reply.address === '' ? '0.0.0.0' : reply.address);
    if (reply.status !== 'TtlExpired' && reply.status !== 'TimedOut') break;
  }
  return addresses;
}

import { numberOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { DnsType } from '../../host/network.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { sendMailMessage } from './send-mail-message.ts';
import { webRecord } from './web-errors.ts';
import { invokeRestMethod, invokeWebRequest } from './invoke-web.ts';
import { networkOf } from './web-request.ts';

const dnsTypes = ['A', 'AAAA', 'MX', 'TXT', 'CNAME', 'NS', 'SRV', 'PTR', 'SOA'] as const;

const resolveDnsName: Cmdlet = {
  kind: 'cmdlet',
  name: 'Resolve-DnsName',
  module: 'DnsClient',
  implementingType: 'Microsoft.DnsClient.Commands.ResolveDnsNameCommand',
  parameters: [
    { name: 'Name', type: 'String', mandatory: true, position: 0, pipeline: 'both' },
    { name: 'Type', type: 'String', position: 1, validate: [{ kind: 'set', values: [...dnsTypes, 'A_AAAA'] }] },
    { name: 'DnsOnly', type: 'SwitchParameter' },
    { name: 'Server', unsupported: true },
  ],
  create: (context) => ({ process: () => resolveName(context) }),
};

function resolveName(context: CommandContext): void {
  const name = textOf(context.parameters, 'Name')!;
  const type = textOf(context.parameters, 'Type')?.toUpperCase() ?? 'A_AAAA';
  const types = (type === 'A_AAAA' ? ['AAAA', 'A'] : [type]) as readonly DnsType[];
  const records = types.flatMap((each) => {
    try {
      return networkOf(context).resolve({ name, type: each });
    } catch (error) {
      if (error instanceof ScriptError || !(error instanceof Error)) throw error;
      return [];
    }
  });
  if (records.length === 0) context.writeError(webRecord('DnsFailed', [name, 'DNS name does not exist'], name));
  for (const fields of records) {
    const record = new CustomObject([
      `Microsoft.DnsClient.Commands.DnsRecord_${String(fields['Type'])}`,
      'System.Object',
    ]);
    for (const [key, value] of Object.entries(fields)) record.setNote(key, value);
    context.out.write(record);
  }
}

const testNetConnection: Cmdlet = {
  kind: 'cmdlet',
  name: 'Test-NetConnection',
  module: 'NetTCPIP',
  aliases: ['TNC'],
  implementingType: 'Microsoft.NetTCPIP.TestNetConnectionCommand',
  parameters: [
    { name: 'ComputerName', type: 'String', position: 0, pipeline: 'both', aliases: ['RemoteAddress', 'cn'] },
    { name: 'Port', type: 'Int32', mandatory: true, position: 1, pipeline: 'property', aliases: ['RemotePort'] },
    { name: 'InformationLevel', type: 'String' },
    { name: 'CommonTCPPort', unsupported: true },
    { name: 'TraceRoute', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      const host = textOf(context.parameters, 'ComputerName') ?? 'localhost';
      const port = numberOf(context.parameters, 'Port') ?? 0;
      const { connected, address } = networkOf(context).probe({ host, port, timeout: 10_000 });
      if (!connected) context.writeWarning(`TCP connect to (${host} : ${port}) failed`);
      if (/^quiet$/i.test(textOf(context.parameters, 'InformationLevel') ?? '')) return context.out.write(connected);
      context.out.write(
        new CustomObject(['TestNetConnectionResult', 'System.Object'])
          .setNote('ComputerName', host)
          .setNote('RemoteAddress', address)
          .setNote('RemotePort', port)
          .setNote('TcpTestSucceeded', connected),
      );
    },
  }),
};

const testConnection: Cmdlet = {
  kind: 'cmdlet',
  name: 'Test-Connection',
  module: 'Microsoft.PowerShell.Management',
  implementingType: 'Microsoft.PowerShell.Commands.TestConnectionCommand',
  defaultSet: 'DefaultPing',
  parameters: [
    {
      name: 'TargetName',
      type: 'String[]',
      aliases: ['ComputerName'],
      position: 0,
      mandatory: true,
      pipeline: 'both',
    },
    { name: 'TcpPort', type: 'Int32', sets: { TcpPort: { mandatory: true } } },
    { name: 'Quiet', type: 'SwitchParameter' },
    { name: 'TimeoutSeconds', type: 'Int32' },
    ...'BufferSize Count Delay Detailed DontFragment IPv4 IPv6 MaxHops MtuSize Ping Repeat ResolveDestination Source Traceroute'
      .split(' ')
      .map((name) => ({ name, unsupported: true }) as const),
  ],
  create: (context) => ({
    process: () => {
      const port = numberOf(context.parameters, 'TcpPort') ?? context.throwTerminating(webRecord('PingNotSupported'));
      const timeout = (numberOf(context.parameters, 'TimeoutSeconds') ?? 5) * 1000;
      for (const host of textsOf(context.parameters, 'TargetName') ?? []) {
        context.out.write(networkOf(context).probe({ host, port, timeout }).connected);
      }
    },
  }),
};

export const webCmdlets: readonly Cmdlet[] = [
  invokeRestMethod,
  invokeWebRequest,
  resolveDnsName,
  sendMailMessage,
  testConnection,
  testNetConnection,
];

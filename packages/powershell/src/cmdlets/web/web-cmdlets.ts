import { numberOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { DnsType } from '../../host/network.ts';
import { OrderedDictionary } from '../../runtime/values/dictionary.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { SmallInteger } from '../../runtime/values/number-types.ts';
import { typedArray } from '../../runtime/values/typed-array.ts';
import { parseXml } from '../../runtime/xml/parse-xml.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { parseJson } from '../json/convert-from-json.ts';
import { sendMailMessage } from './send-mail-message.ts';
import { webRecord } from './web-errors.ts';
import { bodyText, networkOf, saveBody, sendRequest, webParameters, type WebResponse } from './web-request.ts';

const module = 'Microsoft.PowerShell.Utility';

function headerTable({ headers }: WebResponse): OrderedDictionary {
  const table = new OrderedDictionary();
  for (const [name, value] of headers) {
    const known = table.get(name);
    table.set(name, Array.isArray(known) ? [...known, value] : typedArray('System.String', [value]));
  }
  return table;
}

/** Source: Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject. */
function responseObject(response: WebResponse): CustomObject {
  const { status, reason, headers, body } = response;
  const content = bodyText(response);
  const head = headers.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const isText = type === '' || /text|json|xml|javascript|form-urlencoded/i.test(type);
  const bytes = () =>
    typedArray(
      'System.Byte',
      Array.from(body, (byte) => new SmallInteger('Byte', byte)),
    );
  return new CustomObject(['Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject', 'System.Object'])
    .setNote('StatusCode', status)
    .setNote('StatusDescription', reason)
    .setNote('Content', isText ? content : bytes())
    .setNote('RawContent', `HTTP/1.1 ${status} ${reason}\r\n${head}\r\n\r\n${content}`)
    .setNote('Headers', headerTable(response))
    .setNote('RawContentLength', body.length);
}

const invokeWebRequest: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-WebRequest',
  module,
  aliases: ['iwr'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeWebRequestCommand',
  defaultSet: 'StandardMethod',
  parameters: webParameters,
  create: (context) => ({
    process: () => {
      const response = sendRequest(context);
      if (saveBody(context, response)) context.out.write(responseObject(response));
    },
  }),
};

const invokeRestMethod: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-RestMethod',
  module,
  aliases: ['irm'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeRestMethodCommand',
  defaultSet: 'StandardMethod',
  parameters: [
    ...webParameters,
    { name: 'StatusCodeVariable', type: 'String' },
    { name: 'ResponseHeadersVariable', type: 'String', aliases: ['RHV'] },
    { name: 'FollowRelLink', unsupported: true },
    { name: 'MaximumFollowRelLink', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      const { parameters, session, out } = context;
      const response = sendRequest(context);
      const status = textOf(parameters, 'StatusCodeVariable');
      const headers = textOf(parameters, 'ResponseHeadersVariable');
      if (status !== undefined) session.scope.setLocal(status, response.status);
      if (headers !== undefined) session.scope.setLocal(headers, headerTable(response));
      if (saveBody(context, response) && response.body.length > 0) out.write(contentOf(response));
    },
  }),
};

/** JSON and XML become what they stand for. */
function contentOf(response: WebResponse): unknown {
  const text = bodyText(response);
  const type = response.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  if (/xml/i.test(type)) return attemptOr(text, parseXml);
  if (/json/i.test(type) || /^\s*[[{]/.test(text)) return attemptOr(text, parseJson);
  return text;
}

function attemptOr(text: string, read: (text: string) => unknown): unknown {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof ScriptError) return text;
    throw error;
  }
}

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

import type { DnsType } from '../../host/network.ts';
import { textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { networkOf } from '../web/web-request.ts';
import { networkRecord } from './network-errors.ts';

const dnsTypes = ['A', 'AAAA', 'MX', 'TXT', 'CNAME', 'NS', 'SRV', 'PTR', 'SOA'] as const;

export const resolveDnsName: Cmdlet = {
  kind: 'cmdlet',
  name: 'Resolve-DnsName',
  module: 'DnsClient',
  implementingType: 'Microsoft.DnsClient.Commands.ResolveDnsNameCommand',
  parameters: [
    { name: 'Name', type: 'String', mandatory: true, position: 0, pipeline: 'both' },
    { name: 'Type', type: 'String', position: 1, validate: [{ kind: 'set', values: [...dnsTypes, 'A_AAAA'] }] },
    { name: 'DnsOnly', type: 'SwitchParameter' },
    { name: 'Server', type: 'String[]', validate: [{ kind: 'notNullOrEmpty' }] },
  ],
  create: (context) => ({ process: () => resolveName(context) }),
};

function resolveName(context: CommandContext): void {
  const name = textOf(context.parameters, 'Name')!;
  const type = textOf(context.parameters, 'Type')?.toUpperCase() ?? 'A_AAAA';
  const servers = textsOf(context.parameters, 'Server');
  const types = (type === 'A_AAAA' ? ['AAAA', 'A'] : [type]) as readonly DnsType[];
  const records = types.flatMap((each) => {
    try {
      return networkOf(context).resolve({ name, type: each, servers });
    } catch (error) {
      if (error instanceof ScriptError || !(error instanceof Error)) throw error;
      return [];
    }
  });
  if (records.length === 0) context.writeError(networkRecord('DnsFailed', [name, 'DNS name does not exist'], name));
  for (const fields of records) {
    const record = new CustomObject([
      `Microsoft.DnsClient.Commands.DnsRecord_${String(fields['Type'])}`,
      'System.Object',
    ]);
    for (const [key, value] of Object.entries(fields)) record.setNote(key, value);
    context.out.write(record);
  }
}

import { TimeZoneInfo, WildcardPattern } from '../../dotnet/index.ts';
import { defineRecords } from '../../providers/define-records.ts';
import { switchOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';

const record = defineRecords({
  TimeZoneNotFound: {
    category: 'ObjectNotFound',
    exception: 'System.TimeZoneNotFoundException',
    text: "The time zone ID '{0}' was not found on the local computer.",
  },
  TimeZoneNameNotFound: {
    id: 'TimeZoneNotFound',
    category: 'ObjectNotFound',
    exception: 'System.TimeZoneNotFoundException',
    text: "No time zone was found that matches the name '{0}'.",
  },
});

export const getTimeZone: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-TimeZone',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gtz'],
  implementingType: 'Microsoft.PowerShell.Commands.GetTimeZoneCommand',
  outputTypes: ['System.TimeZoneInfo'],
  defaultSet: 'Name',
  parameters: [
    { name: 'Id', type: 'String[]', pipeline: 'property', sets: { Id: { mandatory: true } } },
    { name: 'ListAvailable', type: 'SwitchParameter', sets: { ListAvailable: { mandatory: true } } },
    { name: 'Name', type: 'String[]', pipeline: 'value', sets: { Name: { position: 0 } } },
  ],
  create: (context) => ({
    process: () => {
      for (const zone of zonesOf(context)) context.out.write(zone);
    },
  }),
};

function zonesOf(context: CommandContext): readonly TimeZoneInfo[] {
  const { parameters } = context;
  if (switchOf(parameters, 'ListAvailable')) return TimeZoneInfo.all();
  const ids = textsOf(parameters, 'Id');
  const names = textsOf(parameters, 'Name');
  if (ids) return ids.flatMap((id) => zoneById(context, id));
  return names ? names.flatMap((name) => zonesByName(context, name)) : [TimeZoneInfo.local()];
}

function zoneById(context: CommandContext, id: string): readonly TimeZoneInfo[] {
  const zone = TimeZoneInfo.byId(id);
  if (zone) return [zone];
  context.writeError(record('TimeZoneNotFound', [id], id));
  return [];
}

function zonesByName(context: CommandContext, name: string): readonly TimeZoneInfo[] {
  const pattern = new WildcardPattern(name);
  const found = TimeZoneInfo.all().filter(
    ({ standardName, id }) => pattern.isMatch(standardName) || pattern.isMatch(id),
  );
  if (found.length === 0) context.writeError(record('TimeZoneNameNotFound', [name], name));
  return found;
}

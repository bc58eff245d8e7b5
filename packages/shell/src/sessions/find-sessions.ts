import { anyMatches, listOf, textsOf, toText } from '@cutover/powershell/values';
import { PSSession } from './ps-session.ts';
import type { SessionTable } from './session-table.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** The sessions that -Session, -Id, -InstanceId, -Name or -ComputerName mean; all of them without any. */
export function findSessions(table: SessionTable, parameters: Parameters): readonly PSSession[] {
  const given = parameters['Session'];
  if (given !== undefined) return (listOf(given) ?? [given]).filter((one) => one instanceof PSSession);
  const texts = (name: string): readonly string[] | undefined =>
    parameters[name] === undefined
      ? undefined
      : (listOf(parameters[name]) ?? [parameters[name]]).map((value) => toText(value).toLowerCase());
  const ids = texts('Id');
  const instances = texts('InstanceId');
  const names = textsOf(parameters, 'Name');
  const computers = textsOf(parameters, 'ComputerName');
  return table.list.filter(
    ({ fields }) =>
      (ids?.includes(String(fields.id)) ?? true) &&
      (instances?.includes(fields.instanceId) ?? true) &&
      (names === undefined || anyMatches(names, fields.name)) &&
      (computers === undefined || anyMatches(computers, fields.computerName)),
  );
}

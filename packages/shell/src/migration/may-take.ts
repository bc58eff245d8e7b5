import { CustomObject } from '@cutover/powershell/values';

const configuration = 'Microsoft.Exchange.Data.Directory.SystemConfiguration';

/** Objects that only parameters of their own types take; recipients and users stand for one another. */
const takers: Readonly<Record<string, readonly string[]>> = {
  [`${configuration}.MailboxDatabase`]: ['DatabaseIdParameter', 'ADRawEntryIdParameter'],
  'Microsoft.Exchange.Data.Directory.Management.ExchangeServer': ['ServerIdParameter'],
  'Microsoft.Exchange.Management.SystemConfigurationTasks.ADRpcHttpVirtualDirectory': ['VirtualDirectoryIdParameter'],
};

/** Whether a parameter takes an object of the pipeline whole: a database names no mailbox, and an object is no text. */
export function mayTake(item: unknown, type: string): boolean {
  if (!(item instanceof CustomObject)) return true;
  if (type === 'String' || type === 'String[]') return false;
  return takers[item.typeNames[0] ?? '']?.includes(type) ?? true;
}

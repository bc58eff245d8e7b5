import { WildcardPattern } from '../../dotnet/index.ts';
import { defineRecords } from '../../providers/define-records.ts';
import { switchOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Session } from '../../runtime/engine/session.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';

const module = 'Microsoft.PowerShell.Core';

const record = defineRecords({
  AddPSSnapInRead: {
    category: 'ObjectNotFound',
    exception: 'Management.PSArgumentException',
    text: "The Windows PowerShell snap-in '{0}' is not installed on this computer.",
  },
  NoPSSnapInsFound: {
    category: 'ObjectNotFound',
    exception: 'Management.PSArgumentException',
    text: "No PowerShell snap-ins matching the pattern '{0}' were found. Check the pattern and then try the command again.",
  },
});

interface SnapIn {
  readonly name: string;
  readonly description: string;
}

const coreSnapIn: SnapIn = {
  name: 'Microsoft.PowerShell.Core',
  description: 'This Windows PowerShell snap-in contains cmdlets used to manage components of Windows PowerShell.',
};

/** What scripts load to have the Exchange cmdlets, by version 2007, 2010, 2013 and support: they are there anyway. */
const exchangeSnapIns: readonly SnapIn[] = ['Admin', 'E2010', 'SnapIn', 'Support', 'Setup'].map((last) => ({
  name: `Microsoft.Exchange.Management.PowerShell.${last}`,
  description: `${last === 'Support' ? 'Support' : 'Admin'} Tasks for the Exchange Server`,
}));

/** The snap-ins that scripts have added to their sessions. */
const added = new WeakMap<Session, Map<string, SnapIn>>();

function snapInsOf(session: Session): Map<string, SnapIn> {
  const known = added.get(session) ?? new Map([[coreSnapIn.name.toLowerCase(), coreSnapIn]]);
  added.set(session, known);
  return known;
}

function snapInObject({ name, description }: SnapIn): CustomObject {
  const value = new CustomObject(['System.Management.Automation.PSSnapInInfo', 'System.Object']);
  const major = name === coreSnapIn.name ? '7.6.5' : '1.0';
  return value.setNote('Name', name).setNote('PSVersion', major).setNote('Description', description);
}

const passThru = { name: 'PassThru', type: 'SwitchParameter' } as const;

export const addPSSnapin: Cmdlet = {
  kind: 'cmdlet',
  name: 'Add-PSSnapin',
  module,
  aliases: ['asnp'],
  implementingType: 'Microsoft.PowerShell.Commands.AddPSSnapinCommand',
  parameters: [{ name: 'Name', type: 'String[]', pipeline: 'property', mandatory: true, position: 0 }, passThru],
  create: (context) => ({ process: () => change(context, add) }),
};

export const removePSSnapin: Cmdlet = {
  kind: 'cmdlet',
  name: 'Remove-PSSnapin',
  module,
  aliases: ['rsnp'],
  implementingType: 'Microsoft.PowerShell.Commands.RemovePSSnapinCommand',
  confirms: 'Medium',
  parameters: [{ name: 'Name', type: 'String[]', pipeline: 'property', mandatory: true, position: 0 }, passThru],
  create: (context) => ({ process: () => change(context, remove) }),
};

function change(context: CommandContext, action: (context: CommandContext, name: string) => readonly SnapIn[]): void {
  for (const name of textsOf(context.parameters, 'Name') ?? []) {
    const changed = action(context, name);
    if (switchOf(context.parameters, 'PassThru')) for (const each of changed) context.out.write(snapInObject(each));
  }
}

function add(context: CommandContext, name: string): readonly SnapIn[] {
  const pattern = new WildcardPattern(name);
  const found = exchangeSnapIns.filter((each) => pattern.isMatch(each.name));
  if (found.length === 0) context.writeError(record('AddPSSnapInRead', [name], name));
  for (const each of found) snapInsOf(context.session).set(each.name.toLowerCase(), each);
  return found;
}

function remove(context: CommandContext, name: string): readonly SnapIn[] {
  const snapIns = snapInsOf(context.session);
  const pattern = new WildcardPattern(name);
  const found = [...snapIns.values()].filter((each) => each !== coreSnapIn && pattern.isMatch(each.name));
  if (found.length === 0) context.writeError(record('NoPSSnapInsFound', [name], name));
  const gone = found.filter((each) => context.shouldProcess(each.name, 'Remove-PSSnapin'));
  for (const each of gone) snapIns.delete(each.name.toLowerCase());
  return gone;
}

export const getPSSnapin: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-PSSnapin',
  module,
  aliases: ['gsnp'],
  implementingType: 'Microsoft.PowerShell.Commands.GetPSSnapinCommand',
  parameters: [
    { name: 'Name', type: 'String[]', position: 0 },
    { name: 'Registered', type: 'SwitchParameter' },
  ],
  create: (context) => ({ process: () => tell(context) }),
};

function tell(context: CommandContext): void {
  const { parameters, session } = context;
  const all = switchOf(parameters, 'Registered') ? exchangeSnapIns : [...snapInsOf(session).values()];
  for (const name of textsOf(parameters, 'Name') ?? ['*']) {
    const pattern = new WildcardPattern(name);
    const found = all.filter((each) => pattern.isMatch(each.name));
    if (found.length === 0 && !/[*?[]/.test(name)) context.writeError(record('NoPSSnapInsFound', [name], name));
    for (const each of found) context.out.write(snapInObject(each));
  }
}

import { elementsOf, listOf } from '../values/enumerate.ts';
import { Dictionary } from '../values/dictionary.ts';
import { List } from '../values/list.ts';
import { runningSession } from '../values/running-session.ts';
import { ShellInstance } from '../values/shell-instance.ts';
import { toText } from '../values/to-text.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';

const automation = 'System.Management.Automation';

/** What `$shell.Streams` and `$shell.Commands` are: the shell itself, seen from one side. */
class ShellSide {
  readonly typeName: string;
  readonly shell: ShellInstance;

  constructor(typeName: string, shell: ShellInstance) {
    this.typeName = typeName;
    this.shell = shell;
  }
}

const create = (): ShellInstance => new ShellInstance(runningSession().openShell());

function addParameters(shell: ShellInstance, given: unknown): ShellInstance {
  if (given instanceof Dictionary) {
    for (const [key, value] of given.pairs()) shell.give({ name: toText(key), value });
  } else for (const value of listOf(given) ?? [given]) shell.give({ value });
  return shell;
}

const invoke = (shell: ShellInstance, input?: unknown): List =>
  new List('System.Collections.ObjectModel.Collection`1[System.Management.Automation.PSObject]', [
    ...shell.invoke(input === undefined ? [] : [...(elementsOf(input) ?? [input])]),
  ]);

function clearStreams({ shell }: ShellSide): void {
  for (const { items } of Object.values(shell.streams)) items.length = 0;
}

const shellType: DotNetType = {
  name: `${automation}.PowerShell`,
  base: 'System.Object',
  properties: {
    Streams: readOnly((shell: ShellInstance) => new ShellSide(`${automation}.PSDataStreams`, shell)),
    Commands: readOnly((shell: ShellInstance) => new ShellSide(`${automation}.PSCommand`, shell)),
    HadErrors: readOnly((shell: ShellInstance) => shell.hadErrors, 'bool'),
    IsNested: readOnly(() => false, 'bool'),
  },
  methods: {
    AddScript: ['string script', 'string script, bool useLocalScope'].map((signature) =>
      overload(signature, (shell: ShellInstance, script: string) => shell.add({ text: script, isScript: true })),
    ),
    AddCommand: [
      overload('string cmdlet', (shell: ShellInstance, name: string) => shell.add({ text: name, isScript: false })),
    ],
    AddStatement: [overload('', (shell: ShellInstance) => (shell.statements.push([]), shell))],
    AddParameter: [
      overload('string parameterName', (shell: ShellInstance, name: string) => shell.give({ name })),
      overload('string parameterName, object value', (shell: ShellInstance, name: string, value: unknown) =>
        shell.give({ name, value }),
      ),
    ],
    AddParameters: [overload('object parameters', addParameters)],
    AddArgument: [overload('object value', (shell: ShellInstance, value: unknown) => shell.give({ value }))],
    Invoke: [overload('', invoke), overload('object input', invoke)],
    Stop: [overload('', () => undefined)],
    Dispose: [overload('', () => undefined)],
  },
  staticMethods: { Create: [overload('', create)] },
};

const streamsType: DotNetType = {
  name: `${automation}.PSDataStreams`,
  base: 'System.Object',
  properties: {
    Error: readOnly(({ shell }: ShellSide) => shell.streams.error),
    Warning: readOnly(({ shell }: ShellSide) => shell.streams.warning),
    Verbose: readOnly(({ shell }: ShellSide) => shell.streams.verbose),
    Debug: readOnly(({ shell }: ShellSide) => shell.streams.debug),
    Information: readOnly(({ shell }: ShellSide) => shell.streams.information),
  },
  methods: { ClearStreams: [overload('', clearStreams)] },
};

const commandsType: DotNetType = {
  name: `${automation}.PSCommand`,
  base: 'System.Object',
  methods: { Clear: [overload('', ({ shell }: ShellSide) => shell.clear())] },
};

/** `[powershell]`, as far as scripts that are no hosts use it: a runspace of its own to run text and commands in. */
export const shellTypes: readonly DotNetType[] = [shellType, streamsType, commandsType];

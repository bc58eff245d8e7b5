import { textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { defineRecords } from '../../providers/define-records.ts';
import { drivesOf } from '../../providers/drives.ts';
import { joinPath } from '../../providers/path-text.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Session } from '../../runtime/engine/session.ts';
import { isThere } from '../../runtime/types/assembly-type-table.ts';
import { readEnums } from './read-enums.ts';

const record = defineRecords({
  PathNotFound: {
    category: 'ObjectNotFound',
    exception: 'Management.ItemNotFoundException',
    text: "Cannot find path '{0}' because it does not exist.",
  },
  SourceNotSupported: {
    category: 'NotImplemented',
    exception: 'System.NotSupportedException',
    text: 'Add-Type -TypeDefinition is not supported yet for anything but enumerations, as no C# is compiled: write the type as a class of PowerShell, and call a program in place of a function of a native library.',
  },
  TypeAlreadyExists: {
    category: 'InvalidOperation',
    exception: 'System.Exception',
    text: "Cannot add type. The type name '{0}' already exists.",
  },
});

const anySource = { FromSource: {}, FromMember: {}, FromPath: {}, FromLiteralPath: {} };

/** What compiles C#: there is no compiler here, enumerations alone are read. */
const compiling: readonly ParameterSpec[] = [
  { name: 'Name', type: 'String', sets: { FromMember: { mandatory: true, position: 0 } } },
  { name: 'MemberDefinition', type: 'String[]', sets: { FromMember: { mandatory: true, position: 1 } } },
  { name: 'Namespace', type: 'String', aliases: ['NS'], sets: { FromMember: {} } },
  { name: 'UsingNamespace', type: 'String[]', aliases: ['Using'], sets: { FromMember: {} } },
  { name: 'Path', type: 'String[]', sets: { FromPath: { mandatory: true, position: 0 } } },
  { name: 'LiteralPath', type: 'String[]', aliases: ['PSPath', 'LP'], sets: { FromLiteralPath: { mandatory: true } } },
  { name: 'Language', sets: { FromSource: {}, FromMember: {} } },
  { name: 'CompilerOptions', type: 'String[]', sets: anySource },
  { name: 'IgnoreWarnings', type: 'SwitchParameter', sets: anySource },
  { name: 'OutputAssembly', type: 'String', aliases: ['OA'], sets: anySource },
  { name: 'OutputType', aliases: ['OT'], sets: anySource },
  { name: 'ReferencedAssemblies', type: 'String[]', aliases: ['RA'], sets: anySource },
  { name: 'PassThru', type: 'SwitchParameter' },
].map((spec) => ({ ...spec, unsupported: true }));

export const addType: Cmdlet = {
  kind: 'cmdlet',
  name: 'Add-Type',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.AddTypeCommand',
  defaultSet: 'FromSource',
  parameters: [
    { name: 'AssemblyName', type: 'String[]', aliases: ['AN'], sets: { FromAssemblyName: { mandatory: true } } },
    { name: 'TypeDefinition', type: 'String', sets: { FromSource: { mandatory: true, position: 0 } } },
    ...compiling,
  ],
  create: (context) => ({ end: () => (load(context), define(context)) }),
};

/** The types of an assembly of .NET are there without it; those of the Windows desktop never are. */
function load({ parameters, session, throwTerminating }: CommandContext): void {
  for (const name of textsOf(parameters, 'AssemblyName') ?? []) {
    if (isPartOfRuntime(name)) continue;
    const path = joinPath(drivesOf(session).location.path, /\.dll$/i.test(name) ? name : `${name}.dll`);
    throwTerminating(record('PathNotFound', [path], path));
  }
}

function isPartOfRuntime(given: string): boolean {
  const name = given.split(',')[0]!.trim();
  return isThere(name) || /^Microsoft\.(?:VisualBasic|PowerShell\.\w+)$/i.test(name);
}

/** The sources that a session has compiled: the same one again does nothing. */
const compiled = new WeakMap<Session, Set<string>>();

function define({ parameters, session, throwTerminating }: CommandContext): void {
  const source = textOf(parameters, 'TypeDefinition');
  const known = compiled.get(session) ?? new Set();
  if (source === undefined || known.has(source)) return;
  const declared = readEnums(source) ?? throwTerminating(record('SourceNotSupported', [], source));
  for (const { name, flags, members } of declared) {
    if (session.types.find(name)) throwTerminating(record('TypeAlreadyExists', [name], name));
    session.types.add({ name, base: 'System.Enum', valueType: true, enumeration: members, flags });
  }
  compiled.set(session, known.add(source));
}

import { textsOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { defineRecords } from '../../providers/define-records.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { isThere } from '../../runtime/types/assembly-type-table.ts';

const record = defineRecords({
  ErrorLoadingAssembly: {
    category: 'InvalidOperation',
    exception: 'System.Exception',
    text: "Cannot load assembly '{0}'.",
  },
});

const compiled = { FromSource: {}, FromMember: {}, FromPath: {}, FromLiteralPath: {} };

/** What compiles C#: there is no compiler here. */
const compiling: readonly ParameterSpec[] = [
  { name: 'TypeDefinition', type: 'String', sets: { FromSource: { mandatory: true, position: 0 } } },
  { name: 'Name', type: 'String', sets: { FromMember: { mandatory: true, position: 0 } } },
  { name: 'MemberDefinition', type: 'String[]', sets: { FromMember: { mandatory: true, position: 1 } } },
  { name: 'Namespace', type: 'String', aliases: ['NS'], sets: { FromMember: {} } },
  { name: 'UsingNamespace', type: 'String[]', aliases: ['Using'], sets: { FromMember: {} } },
  { name: 'Path', type: 'String[]', sets: { FromPath: { mandatory: true, position: 0 } } },
  { name: 'LiteralPath', type: 'String[]', aliases: ['PSPath', 'LP'], sets: { FromLiteralPath: { mandatory: true } } },
  { name: 'Language', sets: { FromSource: {}, FromMember: {} } },
  { name: 'CompilerOptions', type: 'String[]', sets: compiled },
  { name: 'IgnoreWarnings', type: 'SwitchParameter', sets: compiled },
  { name: 'OutputAssembly', type: 'String', aliases: ['OA'], sets: compiled },
  { name: 'OutputType', aliases: ['OT'], sets: compiled },
  { name: 'ReferencedAssemblies', type: 'String[]', aliases: ['RA'], sets: compiled },
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
    ...compiling,
  ],
  create: (context) => ({ end: () => load(context) }),
};

/** The types of an assembly of .NET are there without it; those of the Windows desktop never are. */
function load({ parameters, throwTerminating }: CommandContext): void {
  for (const name of textsOf(parameters, 'AssemblyName') ?? []) {
    if (!isPartOfRuntime(name)) throwTerminating(record('ErrorLoadingAssembly', [name], name));
  }
}

function isPartOfRuntime(given: string): boolean {
  const name = given.split(',')[0]!.trim();
  return isThere(name) || /^Microsoft\.(?:VisualBasic|PowerShell\.\w+)$/i.test(name);
}

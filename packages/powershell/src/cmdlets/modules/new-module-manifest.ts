import { defineRecords } from '../../providers/define-records.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { formatDateTime, Uri } from '../../dotnet/index.ts';
import { newGuidText } from '../../runtime/values/running-session.ts';
import { drivesFor } from '../files/item-paths.ts';
import { now } from '../time/now.ts';
import { manifestText } from './manifest-text.ts';

const record = defineRecords({
  InvalidModuleManifestPath: {
    id: 'Modules_InvalidModuleManifestPath',
    category: 'InvalidArgument',
    exception: 'System.InvalidOperationException',
    text: "The module manifest path '{0}' is not valid. The value of the Path argument must resolve to a single file that has a '.psd1' extension. Change the value of the Path argument to point to a valid psd1 file, and then try again.",
  },
});

const typed = (type: string, names: string): readonly ParameterSpec[] =>
  names.split(' ').map((name) => ({ name, type }));

const values: readonly ParameterSpec[] = [
  ...typed('Object[]', 'NestedModules RequiredModules ModuleList'),
  { name: 'RootModule', type: 'String', aliases: ['ModuleToProcess'] },
  ...typed('Guid', 'Guid'),
  ...typed('System.Reflection.ProcessorArchitecture', 'ProcessorArchitecture'),
  ...typed(
    'String',
    'Author CompanyName Copyright Description PowerShellHostName ReleaseNotes Prerelease HelpInfoUri DefaultCommandPrefix',
  ),
  ...typed('Version', 'ModuleVersion PowerShellVersion ClrVersion DotNetFrameworkVersion PowerShellHostVersion'),
  ...typed(
    'String[]',
    'TypesToProcess FormatsToProcess ScriptsToProcess RequiredAssemblies FileList FunctionsToExport AliasesToExport VariablesToExport CmdletsToExport DscResourcesToExport CompatiblePSEditions Tags ExternalModuleDependencies',
  ),
  ...typed('Uri', 'ProjectUri LicenseUri IconUri'),
  ...typed('SwitchParameter', 'RequireLicenseAcceptance'),
  { name: 'PrivateData' },
];

export const newModuleManifest: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-ModuleManifest',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.NewModuleManifestCommand',
  outputTypes: ['System.String'],
  confirms: 'Low',
  parameters: [
    { name: 'Path', type: 'String', position: 1, mandatory: true },
    ...values.map((spec) => (spec.type?.endsWith('[]') ? { ...spec, allowEmptyCollection: true } : spec)),
    { name: 'PassThru', type: 'SwitchParameter' },
  ],
  create: (context) => ({ end: () => write(context) }),
};

function write(context: CommandContext): void {
  const { parameters, out, session } = context;
  const given = textOf(parameters, 'Path')!;
  const drives = drivesFor(context);
  const { path } = drives.resolve(given);
  if (!/\.psd1$/i.test(path)) throw new ScriptError(record('InvalidModuleManifestPath', [given], given));
  if (!context.shouldProcess(path, `Creating the "${path}" module manifest file.`)) return;
  const text = manifestText({
    name: path.slice(path.lastIndexOf('/') + 1, -'.psd1'.length),
    generatedOn: formatDateTime(now(session), 'd'),
    values: valuesOf(context),
  });
  drives.fileSystem.files.write(path, new TextEncoder().encode(text));
  if (switchOf(parameters, 'PassThru')) out.write(text);
}

const userName = ({ session: { environment } }: CommandContext): string =>
  environment.get('USER') ?? environment.get('LOGNAME') ?? 'Unknown';

/** What is given, and what a manifest always says. */
function valuesOf(context: CommandContext): ReadonlyMap<string, unknown> {
  const { parameters } = context;
  const author = textOf(parameters, 'Author') || userName(context);
  const names = ['RootModule', 'NestedModules', 'RequiredModules'];
  const exported = names.some((name) => parameters[name] !== undefined) ? ['*'] : [];
  const found = new Map<string, unknown>([
    ['ModuleVersion', '0.0.1'],
    ['GUID', parameters['Guid'] === undefined ? newGuidText() : undefined],
    ['CompanyName', 'Unknown'],
    ['Copyright', `(c) ${author}. All rights reserved.`],
    ['FunctionsToExport', exported],
    ['CmdletsToExport', exported],
    ['VariablesToExport', ['*']],
    ['AliasesToExport', exported],
  ]);
  for (const { name } of values) {
    if (parameters[name] !== undefined) found.set(name === 'Guid' ? 'GUID' : name, parameters[name]);
  }
  const helpUri = textOf(parameters, 'HelpInfoUri');
  if (helpUri !== undefined) found.set('HelpInfoURI', new Uri(helpUri));
  return found.set('Author', author);
}

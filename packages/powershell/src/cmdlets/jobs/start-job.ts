import { expandPath } from '../../providers/expand.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { listOfParameter, textOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { readText } from '../../runtime/engine/script-files.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';
import { drivesFor } from '../files/item-paths.ts';
import type { JobFields } from './job.ts';
import { jobsOf } from './job-table.ts';
import { runJob } from './run-job.ts';

const sets = ['ComputerName', 'FilePathComputerName', 'LiteralFilePathComputerName'] as const;
const inSets = (use: object = {}): NonNullable<ParameterSpec['sets']> =>
  Object.fromEntries(sets.map((set) => [set, use]));

const refused = (names: string): readonly ParameterSpec[] =>
  names.split(' ').map((name) => ({ name, unsupported: true }));

export const startJob: Cmdlet = {
  kind: 'cmdlet',
  name: 'Start-Job',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['sajb'],
  implementingType: 'Microsoft.PowerShell.Commands.StartJobCommand',
  outputTypes: ['System.Management.Automation.Job'],
  defaultSet: 'ComputerName',
  parameters: [
    {
      name: 'ScriptBlock',
      type: 'ScriptBlock',
      aliases: ['Command'],
      sets: { ComputerName: { mandatory: true, position: 0 } },
    },
    { name: 'FilePath', type: 'String', sets: { FilePathComputerName: { mandatory: true, position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String',
      aliases: ['PSPath', 'LP'],
      sets: { LiteralFilePathComputerName: { mandatory: true } },
    },
    { name: 'WorkingDirectory', type: 'String', validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'InitializationScript', type: 'ScriptBlock', sets: inSets({ position: 1 }) },
    { name: 'Name', type: 'String', pipeline: 'property', sets: inSets() },
    { name: 'ArgumentList', type: 'Object[]', aliases: ['Args'], sets: inSets() },
    { name: 'InputObject', type: 'PSObject', pipeline: 'value', sets: inSets() },
    ...refused('Authentication Credential DefinitionName DefinitionPath PSVersion RunAs32 Type'),
  ],
  create: (context) => start(context, 'BackgroundJob'),
};

export const startThreadJob: Cmdlet = {
  kind: 'cmdlet',
  name: 'Start-ThreadJob',
  module: 'Microsoft.PowerShell.ThreadJob',
  implementingType: 'Microsoft.PowerShell.ThreadJob.StartThreadJobCommand',
  defaultSet: 'ScriptBlock',
  parameters: [
    { name: 'ScriptBlock', type: 'ScriptBlock', sets: { ScriptBlock: { mandatory: true, position: 0 } } },
    { name: 'FilePath', type: 'String', sets: { FilePath: { mandatory: true, position: 0 } } },
    { name: 'Name', type: 'String' },
    { name: 'InitializationScript', type: 'ScriptBlock' },
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
    { name: 'ArgumentList', type: 'Object[]' },
    { name: 'ThrottleLimit', type: 'Int32' },
    ...refused('StreamingHost'),
  ],
  create: (context) => start(context, 'ThreadJob'),
};

/** The job runs when all its input is there, before the command returns. */
function start(context: CommandContext, kind: JobFields['kind']): Processor {
  const { parameters, session, out, hasInput } = context;
  const input: unknown[] = [];
  return {
    process: (item) => {
      if (hasInput) input.push(item);
    },
    end: () => {
      const { InitializationScript: before } = parameters;
      const block = blockOf(context);
      if (!block) return;
      const folder = folderOf(context);
      const job = jobsOf(session).add({ kind, command: block.code.text, name: textOf(parameters, 'Name') });
      runJob(session, job, {
        block,
        folder,
        before: before instanceof ScriptBlock ? before : undefined,
        args: listOfParameter(parameters, 'ArgumentList') ?? [],
        input: hasInput ? input : (listOfParameter(parameters, 'InputObject') ?? []),
      });
      out.write(job);
    },
  };
}

/** The given block, or that of a script file. */
function blockOf(context: CommandContext): ScriptBlock | undefined {
  const { parameters, session } = context;
  const { ScriptBlock: given, FilePath: file, LiteralPath: literal } = parameters;
  if (given instanceof ScriptBlock) return given;
  const path = textOf(parameters, file === undefined ? 'LiteralPath' : 'FilePath');
  if (path === undefined) return undefined;
  const drives = drivesFor(context);
  const [item] = expandPath(drives, path, { literal: literal !== undefined });
  return item && session.compile(readText(session, item.path));
}

/** Where the job begins, if it is to begin elsewhere. */
function folderOf(context: CommandContext): ItemPath | undefined {
  const given = textOf(context.parameters, 'WorkingDirectory');
  if (given === undefined) return undefined;
  const [item] = expandPath(drivesFor(context), given, { literal: true });
  return item;
}

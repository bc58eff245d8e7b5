import type { ParameterSpec } from '../runtime/binder/parameter-spec.ts';
import { listOfParameter, switchOf } from '../runtime/binder/read-parameters.ts';
import { runApart } from '../runtime/engine/apart.ts';
import { BlockInScope } from '../runtime/engine/call-block.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { nothing } from '../runtime/values/nothing.ts';
import { ScriptBlock } from '../runtime/values/script-block.ts';
import { inputReader } from './objects/input-object.ts';
import { taskJob } from './jobs/task-job.ts';
import { memberOrMethod } from './objects/member-or-method.ts';
import { terminating } from './objects/object-errors.ts';

const scripts = 'ScriptBlockSet';
const members = 'PropertyAndMethodSet';
const parallel = 'ParallelParameterSet';

const parameters: readonly ParameterSpec[] = [
  { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  { name: 'Begin', type: 'ScriptBlock', sets: { [scripts]: {} } },
  {
    name: 'Process',
    type: 'ScriptBlock[]',
    sets: { [scripts]: { position: 0, mandatory: true } },
    allowNull: true,
    allowEmptyCollection: true,
  },
  { name: 'End', type: 'ScriptBlock', sets: { [scripts]: {} } },
  {
    name: 'RemainingScripts',
    type: 'ScriptBlock[]',
    sets: { [scripts]: { remaining: true } },
    allowNull: true,
    allowEmptyCollection: true,
  },
  {
    name: 'MemberName',
    type: 'String',
    sets: { [members]: { position: 0, mandatory: true } },
    validate: [{ kind: 'notNullOrEmpty' }],
  },
  { name: 'ArgumentList', type: 'Object[]', aliases: ['Args'], sets: { [members]: { remaining: true } } },
  { name: 'Parallel', type: 'ScriptBlock', sets: { [parallel]: { mandatory: true } } },
  {
    name: 'ThrottleLimit',
    type: 'Int32',
    sets: { [parallel]: {} },
    validate: [{ kind: 'range', min: 1, max: 2147483647 }],
  },
  {
    name: 'TimeoutSeconds',
    type: 'Int32',
    sets: { [parallel]: {} },
    validate: [{ kind: 'range', min: 0, max: 2147483 }],
    unsupported: true,
  },
  { name: 'AsJob', type: 'SwitchParameter', sets: { [parallel]: {} } },
  { name: 'UseNewRunspace', type: 'SwitchParameter', sets: { [parallel]: {} } },
];

export const forEachObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'ForEach-Object',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['%', 'foreach'],
  implementingType: 'Microsoft.PowerShell.Commands.ForEachObjectCommand',
  defaultSet: scripts,
  confirms: 'Low',
  parameters,
  takesBoxed: true,
  create: (context) => {
    const { MemberName, Parallel } = context.parameters;
    if (Parallel instanceof ScriptBlock) return eachApart(context, Parallel);
    return MemberName === undefined ? eachScript(context) : eachMember(context);
  },
};

/** What a block of another runspace does not hear of. Source: InitParallelParameterSet. */
const notWithParallel = ['erroraction', 'warningaction', 'informationaction', 'progressaction', 'pipelinevariable'];

/**
 * `-Parallel`: each object in a runspace of its own, one after the other, whatever the throttle allows. The code comes
 * from no file there.
 */
function eachApart(context: CommandContext, block: ScriptBlock): Processor {
  const { out, parameters, session, streams } = context;
  if (notWithParallel.some((name) => context.common.has(name)))
    throw terminating('ParallelCommonParametersNotSupported');
  const read = inputReader(context);
  const own = session.compile(block.code.text);
  if (switchOf(parameters, 'AsJob')) return taskJob(context, own);
  return {
    process: (item) => {
      const input = read(item);
      runApart(session, own, { item: input === nothing ? null : input, out, streams });
    },
  };
}

function eachMember(context: CommandContext): Processor {
  const read = inputReader(context);
  const call = memberOrMethod(context);
  return {
    process: (item) => {
      const input = read(item);
      call(input === nothing ? null : input);
    },
  };
}

function eachScript(context: CommandContext): Processor {
  const { session, streams, out } = context;
  const read = inputReader(context);
  const block = (value: unknown) =>
    value instanceof ScriptBlock ? new BlockInScope(session, value, streams) : undefined;
  const roles = rolesOf(context.parameters);
  const bodies = roles.process.map((each) => block(each));
  return {
    begin: () => block(roles.begin)?.run(out),
    process: (item) => {
      const input = read(item);
      for (const body of bodies) body?.runWith(input === nothing ? null : input, out);
    },
    end: () => block(roles.end)?.run(out),
  };
}

interface Roles {
  readonly begin: unknown;
  readonly process: readonly unknown[];
  readonly end: unknown;
}

/** Of several blocks the first is the begin block; of three or more the last is the end block, unless `-End` names one. */
function rolesOf(given: CommandContext['parameters']): Roles {
  const blocks = [
    ...('Begin' in given ? [given['Begin']] : []),
    ...(listOfParameter(given, 'Process') ?? []),
    ...(listOfParameter(given, 'RemainingScripts') ?? []),
  ];
  const lastIsEnd = !('End' in given) && blocks.length > 2;
  const process = blocks.slice(blocks.length > 1 ? 1 : 0, lastIsEnd ? -1 : undefined);
  return {
    begin: blocks.length - Number(lastIsEnd) < 2 ? undefined : blocks[0],
    process,
    end: lastIsEnd ? blocks.at(-1) : given['End'],
  };
}

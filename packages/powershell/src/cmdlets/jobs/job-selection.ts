import { WildcardPattern } from '../../dotnet/index.ts';
import { defineRecords } from '../../providers/define-records.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { listOfParameter, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { type NumericValue, toNumber } from '../../runtime/values/number-types.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { Job } from './job.ts';
import { jobsOf } from './job-table.ts';

const notFound = { category: 'ObjectNotFound', exception: 'Management.PSArgumentException' } as const;

const record = defineRecords({
  JobWithSpecifiedNameNotFound: {
    ...notFound,
    text: 'The command cannot find the job because the job name {0} was not found. Verify the value of the Name parameter, and then try the command again.',
  },
  JobWithSpecifiedSessionNotFound: {
    ...notFound,
    text: 'The command cannot find a job with the job ID {0}. Verify the value of the Id parameter and then try the command again.',
  },
  JobWithSpecifiedInstanceNotFound: {
    ...notFound,
    text: 'The command cannot find a job with the instance ID {0}. Verify the value of the InstanceId parameter and then try the command again.',
  },
});

export interface JobParameterOptions {
  /** Whether `-Id` has to be given where nothing else chooses. */
  readonly mandatory: boolean;
  readonly set?: string;
}

/** `-Id`, `-Name` and `-InstanceId`. */
export const jobParameters = ({ mandatory }: JobParameterOptions): readonly ParameterSpec[] => [
  {
    name: 'Id',
    type: 'Int32[]',
    pipeline: 'property',
    sets: { SessionIdParameterSet: { ...(mandatory ? { mandatory } : {}), position: 0 } },
  },
  {
    name: 'Name',
    type: 'String[]',
    pipeline: 'property',
    sets: { NameParameterSet: { mandatory: true, position: 0 } },
  },
  {
    name: 'InstanceId',
    type: 'Guid[]',
    pipeline: 'property',
    sets: { InstanceIdParameterSet: { mandatory: true, position: 0 } },
  },
];

export const jobParameter = (sets: readonly string[]): ParameterSpec => ({
  name: 'Job',
  type: 'Job[]',
  pipeline: 'both',
  sets: Object.fromEntries(sets.map((set) => [set, { mandatory: true, position: 0 }])),
});

export const stateParameter: ParameterSpec = {
  name: 'State',
  type: 'System.Management.Automation.JobState',
  pipeline: 'property',
  sets: { StateParameterSet: { mandatory: true, position: 0 } },
};

export const commandParameter: ParameterSpec = {
  name: 'Command',
  type: 'String[]',
  pipeline: 'property',
  sets: { CommandParameterSet: {} },
};

export const filterParameter: ParameterSpec = { name: 'Filter', unsupported: true };

/** The jobs that a command's parameters name; what is not there is reported. */
export function chosenJobs(context: CommandContext): readonly Job[] {
  const { parameters } = context;
  const given = listOfParameter(parameters, 'Job');
  if (given) return given.filter((job) => job instanceof Job);
  const { all } = jobsOf(context.session);
  const state = textOf(parameters, 'State');
  if (state !== undefined) return all.filter((job) => job.state === state);
  return byCommand(context, all) ?? byName(context, all) ?? byId(context, all) ?? byInstance(context, all) ?? all;
}

function byCommand({ parameters }: CommandContext, all: readonly Job[]): readonly Job[] | undefined {
  const patterns = textsOf(parameters, 'Command')?.map((each) => new WildcardPattern(each));
  return patterns && all.filter(({ fields }) => patterns.some((pattern) => pattern.isMatch(fields.command.trim())));
}

function byName(context: CommandContext, all: readonly Job[]): readonly Job[] | undefined {
  return textsOf(context.parameters, 'Name')?.flatMap((name) => {
    const pattern = new WildcardPattern(name);
    const found = all.filter(({ fields }) => pattern.isMatch(fields.name));
    if (found.length === 0 && !/[*?[]/.test(name)) {
      context.writeError(record('JobWithSpecifiedNameNotFound', [name], name));
    }
    return found;
  });
}

function byId(context: CommandContext, all: readonly Job[]): readonly Job[] | undefined {
  return listOfParameter(context.parameters, 'Id')?.flatMap((id) => {
    const number = toNumber(id as NumericValue);
    const found = all.filter(({ fields }) => fields.id === number);
    if (found.length === 0) context.writeError(record('JobWithSpecifiedSessionNotFound', [String(number)], number));
    return found;
  });
}

function byInstance(context: CommandContext, all: readonly Job[]): readonly Job[] | undefined {
  return listOfParameter(context.parameters, 'InstanceId')?.flatMap((id) => {
    const found = all.filter(({ fields }) => toText(fields.instanceId) === toText(id));
    if (found.length === 0) context.writeError(record('JobWithSpecifiedInstanceNotFound', [toText(id)], id));
    return found;
  });
}

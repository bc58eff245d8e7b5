import { DateTime } from '../../dotnet/index.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { numberOf, switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Job } from './job.ts';
import {
  chosenJobs,
  commandParameter,
  filterParameter,
  jobParameter,
  jobParameters,
  stateParameter,
} from './job-selection.ts';
import { jobsOf } from './job-table.ts';
import { startJob, startThreadJob } from './start-job.ts';

const module = 'Microsoft.PowerShell.Core';
const refused = (names: string): readonly ParameterSpec[] =>
  names.split(' ').map((name) => ({ name, unsupported: true }));

const listing = Object.fromEntries(
  [
    'SessionIdParameterSet',
    'InstanceIdParameterSet',
    'NameParameterSet',
    'StateParameterSet',
    'CommandParameterSet',
  ].map((set) => [set, {}]),
);

const getJob: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Job',
  module,
  aliases: ['gjb'],
  implementingType: 'Microsoft.PowerShell.Commands.GetJobCommand',
  outputTypes: ['System.Management.Automation.Job'],
  defaultSet: 'SessionIdParameterSet',
  parameters: [
    ...jobParameters({ mandatory: false }),
    stateParameter,
    commandParameter,
    { name: 'Newest', type: 'Int32', sets: listing },
    { name: 'HasMoreData', type: 'Boolean', sets: listing },
    { name: 'After', type: 'DateTime', sets: listing },
    { name: 'Before', type: 'DateTime', sets: listing },
    filterParameter,
    ...refused('ChildJobState IncludeChildJob'),
  ],
  create: (context) => ({
    process: () => {
      const newest = numberOf(context.parameters, 'Newest');
      const jobs = chosenJobs(context).filter((job) => isListed(context, job));
      for (const job of newest === undefined ? jobs : jobs.slice(-newest)) context.out.write(job);
    },
  }),
};

/** `-HasMoreData`, and `-After` and `-Before` of a job's end. */
function isListed({ parameters }: CommandContext, { hasMoreData, end }: Job): boolean {
  const { HasMoreData: wanted, After: after, Before: before } = parameters;
  if (typeof wanted === 'boolean' && hasMoreData !== wanted) return false;
  if (after instanceof DateTime && !(end && end.ticks > after.ticks)) return false;
  return !(before instanceof DateTime) || (end !== undefined && end.ticks < before.ticks);
}

/** Jobs have ended when they are started: waiting gives them back. */
const waitJob: Cmdlet = {
  kind: 'cmdlet',
  name: 'Wait-Job',
  module,
  aliases: ['wjb'],
  implementingType: 'Microsoft.PowerShell.Commands.WaitJobCommand',
  defaultSet: 'SessionIdParameterSet',
  parameters: [
    ...jobParameters({ mandatory: true }),
    jobParameter(['JobParameterSet']),
    stateParameter,
    { name: 'Any', type: 'SwitchParameter' },
    { name: 'Timeout', type: 'Int32', aliases: ['TimeoutSec'] },
    { name: 'Force', type: 'SwitchParameter' },
    filterParameter,
  ],
  create: (context) => {
    let written = 0;
    return {
      process: () => {
        for (const job of chosenJobs(context)) {
          if (written++ === 0 || !switchOf(context.parameters, 'Any')) context.out.write(job);
        }
      },
    };
  },
};

const receiveJob: Cmdlet = {
  kind: 'cmdlet',
  name: 'Receive-Job',
  module,
  aliases: ['rcjb'],
  implementingType: 'Microsoft.PowerShell.Commands.ReceiveJobCommand',
  defaultSet: 'Location',
  parameters: [
    ...jobParameters({ mandatory: true }),
    jobParameter(['Location', 'Session', 'ComputerName']),
    { name: 'Keep', type: 'SwitchParameter' },
    { name: 'NoRecurse', type: 'SwitchParameter' },
    { name: 'Wait', type: 'SwitchParameter' },
    { name: 'AutoRemoveJob', type: 'SwitchParameter' },
    { name: 'WriteJobInResults', type: 'SwitchParameter' },
    ...refused('ComputerName Force Location Session WriteEvents'),
  ],
  create: (context) => ({
    process: () => {
      for (const job of chosenJobs(context)) receive(context, job);
    },
  }),
};

function receive({ parameters, out, streams, session }: CommandContext, job: Job): void {
  if (switchOf(parameters, 'WriteJobInResults')) out.write(job);
  const { records } = job;
  if (!switchOf(parameters, 'Keep')) job.records = [];
  for (const { stream, value } of records) (stream === 'output' ? out : streams[stream]).write(value);
  if (switchOf(parameters, 'AutoRemoveJob')) jobsOf(session).remove(job);
}

const removeJob: Cmdlet = {
  kind: 'cmdlet',
  name: 'Remove-Job',
  module,
  aliases: ['rjb'],
  implementingType: 'Microsoft.PowerShell.Commands.RemoveJobCommand',
  defaultSet: 'SessionIdParameterSet',
  confirms: 'Medium',
  parameters: [
    ...jobParameters({ mandatory: true }),
    jobParameter(['JobParameterSet']),
    stateParameter,
    {
      name: 'Force',
      type: 'SwitchParameter',
      aliases: ['F'],
      sets: Object.fromEntries(
        [
          'SessionIdParameterSet',
          'JobParameterSet',
          'InstanceIdParameterSet',
          'NameParameterSet',
          'FilterParameterSet',
        ].map((set) => [set, {}]),
      ),
    },
    commandParameter,
    filterParameter,
  ],
  create: (context) => ({
    process: () => {
      for (const job of chosenJobs(context)) {
        if (context.shouldProcess(`Job: ${job.fields.name}`, 'Remove')) jobsOf(context.session).remove(job);
      }
    },
  }),
};

const stopJob: Cmdlet = {
  kind: 'cmdlet',
  name: 'Stop-Job',
  module,
  aliases: ['spjb'],
  implementingType: 'Microsoft.PowerShell.Commands.StopJobCommand',
  defaultSet: 'SessionIdParameterSet',
  confirms: 'Medium',
  parameters: [
    ...jobParameters({ mandatory: true }),
    jobParameter(['JobParameterSet']),
    stateParameter,
    { name: 'PassThru', type: 'SwitchParameter' },
    filterParameter,
  ],
  create: (context) => ({
    process: () => {
      for (const job of chosenJobs(context)) if (switchOf(context.parameters, 'PassThru')) context.out.write(job);
    },
  }),
};

export const jobCmdlets: readonly Cmdlet[] = [
  getJob,
  receiveJob,
  removeJob,
  startJob,
  startThreadJob,
  stopJob,
  waitJob,
];

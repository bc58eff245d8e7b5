import type { DateTime } from '../../dotnet/index.ts';
import { type DotNetType, readOnly } from '../../runtime/types/define-type.ts';
import type { StreamName } from '../../runtime/engine/streams.ts';
import { enumeration } from '../../providers/enumeration.ts';

export type JobState = 'Completed' | 'Failed' | 'Running';

/** Something that a job wrote. */
export interface JobRecord {
  readonly stream: StreamName | 'output';
  readonly value: unknown;
}

/** The types of jobs by their kind. */
const typeNames = {
  BackgroundJob: 'System.Management.Automation.PSRemotingJob',
  PSTaskJob: 'System.Management.Automation.PSTasks.PSTaskJob',
  ThreadJob: 'ThreadJob.ThreadJob',
} as const;

export interface JobFields {
  readonly id: number;
  readonly instanceId: unknown;
  readonly name: string;
  readonly kind: keyof typeof typeNames;
  readonly command: string;
  readonly begin: DateTime;
}

/** A block that ran apart, with what it wrote until somebody takes it. Source: PSRemotingJob, ThreadJob. */
export class Job {
  readonly typeName: string;
  readonly fields: JobFields;
  records: JobRecord[] = [];
  state: JobState = 'Running';
  end: DateTime | undefined;

  constructor(fields: JobFields) {
    this.fields = fields;
    this.typeName = typeNames[fields.kind];
  }

  get hasMoreData(): boolean {
    return this.records.length > 0;
  }

  valuesOf(stream: JobRecord['stream']): unknown[] {
    return this.records.filter((record) => record.stream === stream).map(({ value }) => value);
  }

  text(): string {
    return this.typeName;
  }
}

const properties: NonNullable<DotNetType['properties']> = {
  State: readOnly(({ state }: Job) => enumeration.jobState.value(state)),
  HasMoreData: readOnly(({ hasMoreData }: Job) => hasMoreData, 'bool'),
  StatusMessage: readOnly(() => ''),
  Location: readOnly(({ fields }: Job) => (fields.kind === 'BackgroundJob' ? 'localhost' : 'PowerShell')),
  Command: readOnly(({ fields }: Job) => fields.command),
  Name: readOnly(({ fields }: Job) => fields.name),
  Id: readOnly(({ fields }: Job) => fields.id),
  InstanceId: readOnly(({ fields }: Job) => fields.instanceId),
  PSJobTypeName: readOnly(({ fields }: Job) => fields.kind),
  PSBeginTime: readOnly(({ fields }: Job) => fields.begin),
  PSEndTime: readOnly(({ end }: Job) => end ?? null),
  ChildJobs: readOnly(() => []),
  Output: readOnly((job: Job) => job.valuesOf('output')),
  Error: readOnly((job: Job) => job.valuesOf('error')),
  Warning: readOnly((job: Job) => job.valuesOf('warning')),
  Verbose: readOnly((job: Job) => job.valuesOf('verbose')),
  Information: readOnly((job: Job) => job.valuesOf('information')),
};

export const jobTypes: readonly DotNetType[] = [
  { name: 'System.Management.Automation.Job', base: 'System.Object', isAbstract: true, properties },
  ...Object.values(typeNames).map((name) => ({ name, base: 'System.Management.Automation.Job' })),
];

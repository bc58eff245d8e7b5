import type { Output } from '../../runtime/engine/output.ts';
import { noStreams, type StreamName, streamNames, type Streams, withStreams } from '../../runtime/engine/streams.ts';
import type { Job } from './job.ts';

/** Keeps what is written in a job. */
export const recorderOf = (job: Job, stream: StreamName | 'output'): Output => ({
  write: (value) => void job.records.push({ stream, value }),
});

export const recordingStreams = (job: Job): Streams =>
  streamNames.reduce((all, name) => withStreams(all, [name], recorderOf(job, name)), noStreams);

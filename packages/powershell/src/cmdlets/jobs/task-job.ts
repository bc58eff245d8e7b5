import { runApart } from '../../runtime/engine/apart.ts';
import type { Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { nothing } from '../../runtime/values/nothing.ts';
import type { ScriptBlock } from '../../runtime/values/script-block.ts';
import { inputReader } from '../objects/input-object.ts';
import { now } from '../time/now.ts';
import { jobsOf } from './job-table.ts';
import { recorderOf, recordingStreams } from './recording-streams.ts';

/** `ForEach-Object -Parallel -AsJob`: one job that has run the block for each object when it is written. Source: PSTaskJob. */
export function taskJob(context: CommandContext, block: ScriptBlock): Processor {
  const { out, session } = context;
  const read = inputReader(context);
  const job = jobsOf(session).add({ kind: 'PSTaskJob', command: block.code.text, name: undefined });
  const streams = recordingStreams(job);
  return {
    process: (item) => {
      const input = read(item);
      const ended = runApart(session, block, {
        item: input === nothing ? null : input,
        out: recorderOf(job, 'output'),
        streams,
      });
      if (ended === 'failed') job.state = 'Failed';
    },
    end: () => {
      if (job.state === 'Running') job.state = 'Completed';
      job.end = now(session);
      out.write(job);
    },
  };
}

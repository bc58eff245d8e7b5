import { drivesOf } from '../../providers/drives.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { inFreshScope } from '../../runtime/engine/apart.ts';
import type { Session } from '../../runtime/engine/session.ts';
import { asScriptError } from '../../runtime/engine/statement-error.ts';
import type { ScriptBlock } from '../../runtime/values/script-block.ts';
import { callBlockInScope } from '../run-block.ts';
import { now } from '../time/now.ts';
import type { Job } from './job.ts';
import { recorderOf, recordingStreams } from './recording-streams.ts';

export interface JobCall {
  readonly block: ScriptBlock;
  readonly before?: ScriptBlock | undefined;
  /** Where it begins; the session's own place without it. */
  readonly folder?: ItemPath | undefined;
  readonly args: readonly unknown[];
  readonly input: readonly unknown[];
}

/** Runs a job's block to its end, and keeps what it writes. Its code comes from no file, as in a session of its own. */
export function runJob(session: Session, job: Job, { block, before, folder, args, input }: JobCall): void {
  const out = recorderOf(job, 'output');
  const context = { session, streams: recordingStreams(job) };
  const drives = drivesOf(session);
  const { location } = drives;
  const { propagates } = session;
  session.propagates = false;
  try {
    inFreshScope(session, session.compile(block.code.text), (apart) => {
      if (folder) drives.moveTo(folder);
      session.scope.setLocal('PWD', drives.location);
      if (before) callBlockInScope(context, before, { out });
      callBlockInScope(context, apart, { out, args, input, ownScope: true });
    });
    job.state = 'Completed';
  } catch (thrown) {
    const error = asScriptError(thrown);
    if (!error) throw thrown;
    job.records.push({ stream: 'error', value: error.record });
    job.state = 'Failed';
  } finally {
    session.propagates = propagates;
    drives.moveTo(location.item);
    job.end = now(session);
  }
}

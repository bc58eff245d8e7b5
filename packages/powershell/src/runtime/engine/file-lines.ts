import { drivesOf } from '../../providers/drives.ts';
import { netError, ScriptError } from '../errors/script-error.ts';
import { ErrorRecord } from '../values/error-record.ts';
import { InvocationInfo } from '../values/invocation-info.ts';
import { CmdletStage } from './cmdlet-stage.ts';
import type { Frame } from './frame.ts';
import { Collector } from './output.ts';
import { withStreams } from './streams.ts';

/** The lines of a file for `switch -File`, read as Get-Content does; what is wrong with it ends the statement. */
export function fileLines(frame: Frame, path: string): readonly unknown[] {
  const cmdlet = frame.session.commands.get('get-content');
  if (cmdlet?.kind !== 'cmdlet') {
    throw netError('System.NotSupportedException', 'switch -File needs the command Get-Content.');
  }
  const place = { start: frame.position?.start ?? 0, end: frame.position?.end ?? 0 };
  const drives = drivesOf(frame.session);
  const item = drives.resolve(path);
  const absolute = item.provider === drives.fileSystem ? item.path : path;
  const lines = new Collector();
  const stage = new CmdletStage({
    frame,
    cmdlet,
    arguments: [
      { kind: 'parameter', name: 'LiteralPath', text: '-LiteralPath:', argument: { value: absolute }, ...place },
    ],
    out: lines,
    streams: withStreams(frame.streams, ['error'], { write: (record) => fail(record as ErrorRecord) }),
    hasInput: false,
    invocation: new InvocationInfo({
      command: cmdlet,
      name: cmdlet.name,
      position: { source: frame.source, ...place },
    }),
  });
  stage.begin();
  stage.process(null);
  stage.end();
  return lines.items;
}

function fail({ exception, id, category, target }: ErrorRecord): never {
  throw new ScriptError(new ErrorRecord({ exception, id, category, target }));
}

import type { Argument } from '../binder/argument.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { netError } from '../errors/script-error.ts';
import { InvocationInfo } from '../values/invocation-info.ts';
import { CmdletStage } from './cmdlet-stage.ts';
import type { Frame } from './frame.ts';
import { discard, type Output } from './output.ts';

export interface RedirectionTarget {
  readonly path: string;
  readonly append: boolean;
}

export interface OpenRedirection {
  readonly out: Output;
  readonly close: () => void;
}

/** A redirection writes by Out-File, or Set-Variable for a path like `variable:name`. Source: FileRedirection.GetRedirectionPipe. */
export function openRedirection(frame: Frame, { path, append }: RedirectionTarget): OpenRedirection {
  const variable = /^variable:(.+)$/i.exec(path)?.[1];
  const name = variable === undefined ? 'Out-File' : 'Set-Variable';
  const cmdlet = frame.session.commands.get(name.toLowerCase());
  if (cmdlet?.kind !== 'cmdlet') {
    throw netError('System.NotSupportedException', `Redirection to files needs the command ${name}.`);
  }
  const place = { start: frame.position?.start ?? 0, end: frame.position?.end ?? 0 };
  const target = variable === undefined ? ['FilePath', path] : ['Name', variable];
  const invocation = new InvocationInfo({ command: cmdlet, name, position: { source: frame.source, ...place } });
  const stage = new CmdletStage({
    frame,
    cmdlet,
    arguments: [parameter(target[0]!, target[1], place), ...(append ? [parameter('Append', true, place)] : [])],
    out: discard,
    streams: frame.streams,
    hasInput: true,
    invocation,
  });
  const owned = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      if (isScriptError(error)) error.record.invocation ??= invocation.forRecord();
      throw error;
    }
  };
  owned(() => stage.begin());
  return {
    out: { write: (value) => owned(() => stage.process(value)) },
    close: () => owned(() => stage.end()),
  };
}

const parameter = (name: string, value: unknown, place: { start: number; end: number }): Argument => ({
  kind: 'parameter',
  name,
  text: `-${name}:`,
  argument: { value },
  ...place,
});

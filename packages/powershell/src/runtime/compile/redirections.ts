import type { RedirectionAst } from '../../syntax/ast.ts';
import type { Frame } from '../engine/frame.ts';
import { discard } from '../engine/output.ts';
import { openRedirection } from '../engine/open-redirection.ts';
import { type Destination, type StreamName, streamNames, withStreams } from '../engine/streams.ts';
import { ErrorRecord } from '../values/error-record.ts';
import { toText } from '../values/to-text.ts';
import type { Compiler } from './compiler.ts';

/** Where a command writes, and what is to be done when it has ended. */
export interface Redirection extends Destination {
  readonly close: () => void;
}

export type Redirected = (frame: Frame, destination: Destination) => Redirection;

type Step = (frame: Frame, current: Redirection) => Redirection;

/** `> file`, `3>&1`, … from left to right; errors that are merged follow the output to wherever it goes in the end. */
export function compileRedirections(c: Compiler, redirections: readonly RedirectionAst[]): Redirected | undefined {
  if (redirections.length === 0) return undefined;
  const steps = redirections.map((redirection) => compileOne(c, redirection));
  if (redirections.some(mergesErrors)) steps.push(mergeErrors);
  return (frame, destination) =>
    steps.reduce<Redirection>((current, step) => step(frame, current), { ...destination, close: nothingToClose });
}

const nothingToClose = (): void => undefined;

const mergesErrors = ({ type, fromStream }: RedirectionAst): boolean =>
  type === 'MergingRedirection' && (fromStream === 'Error' || fromStream === 'All');

const mergeErrors: Step = (_frame, current) => {
  const { out, streams } = current;
  return { ...current, streams: withStreams(streams, ['error'], { write: (record) => out.write(markMerged(record)) }) };
};

/** Remembers that a record came by the error stream: it is shown there when nobody else takes it. */
function markMerged(record: unknown): unknown {
  if (record instanceof ErrorRecord) record.isMerged = true;
  return record;
}

const merged = (current: Redirection, names: readonly StreamName[]): Redirection => ({
  ...current,
  streams: withStreams(current.streams, names, current.out),
});

function compileOne(c: Compiler, ast: RedirectionAst): Step {
  const names = ast.fromStream === 'All' ? streamNames : streamNamed(ast.fromStream);
  if (ast.type === 'MergingRedirection') {
    const early = names.filter((name) => name !== 'error');
    return (_frame, current) => merged(current, early);
  }
  const takesOutput = ast.fromStream === 'All' || ast.fromStream === 'Output';
  const location = c.expression(ast.location);
  return (frame, current) => {
    const path = toText(location(frame));
    const file =
      path.trim() === ''
        ? { out: discard, close: nothingToClose }
        : openRedirection(frame, { path, append: ast.append });
    return {
      out: takesOutput ? file.out : current.out,
      streams: withStreams(current.streams, names, file.out),
      close: () => {
        current.close();
        file.close();
      },
    };
  };
}

const streamNamed = (name: string): readonly StreamName[] => streamNames.filter((each) => each === name.toLowerCase());

import type { RedirectionAst } from '../../syntax/ast.ts';
import type { Frame } from '../engine/frame.ts';
import { discard, type Output } from '../engine/output.ts';
import { netError } from '../errors/script-error.ts';
import { valueOrNull } from '../values/nothing.ts';
import type { Compiler } from './compiler.ts';

/** Where a command's objects and errors go. */
export interface Streams {
  readonly out: Output;
  readonly errors: Output;
}

export type Redirected = (frame: Frame, streams: Streams) => Streams;

/** `> $null`, `2>&1`, …, applied from left to right. */
export function compileRedirections(c: Compiler, redirections: readonly RedirectionAst[]): Redirected | undefined {
  if (redirections.length === 0) return undefined;
  const steps = redirections.map((redirection) => compileOne(c, redirection));
  return (frame, streams) => steps.reduce((current, step) => step(frame, current), streams);
}

function compileOne(c: Compiler, ast: RedirectionAst): Redirected {
  if (ast.type === 'MergingRedirection') {
    const merges = ast.fromStream === 'Error' || ast.fromStream === 'All';
    return (_frame, { out, errors }) => ({ out, errors: merges ? out : errors });
  }
  const location = c.expression(ast.location);
  return (frame, { out, errors }) => {
    if (valueOrNull(location(frame)) !== null) {
      throw netError('System.NotSupportedException', 'Redirection to files needs the capability "files".');
    }
    const all = ast.fromStream === 'All';
    return {
      out: all || ast.fromStream === 'Output' ? discard : out,
      errors: all || ast.fromStream === 'Error' ? discard : errors,
    };
  };
}

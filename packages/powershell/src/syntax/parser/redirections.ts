import type { RedirectionAst, RedirectionStream } from '../ast.ts';
import type { Token } from '../token.ts';
import { parseSingleArgument } from './arguments.ts';
import { after, errorExpression, spanning, type Parser, type Span } from './parser.ts';

/** A command's redirections by the stream that they take. */
export type Redirections = Map<RedirectionStream, RedirectionAst>;

const streams: readonly RedirectionStream[] = ['All', 'Output', 'Error', 'Warning', 'Verbose', 'Debug', 'Information'];

/** redirection: [ stream ] '>' file | [ stream ] '>>' file | stream '>&1'; gives where it ends */
export function parseRedirection(p: Parser, token: Token, redirections: Redirections): Span {
  const redirection = token.redirection?.to === undefined ? parseFileRedirection(p, token) : parseMerging(p, token);
  if (redirection.type === 'NotSupported') return redirection;
  const stream = redirection.fromStream;
  if (redirections.has(stream)) p.error('StreamAlreadyRedirected', redirection, `${stream.toLowerCase()} stream`);
  else redirections.set(stream, redirection);
  return redirection;
}

/** The redirections in the order of the streams that they take, as the original keeps them. */
export function inOrder(redirections: Redirections): RedirectionAst[] {
  return streams.flatMap((stream) => redirections.get(stream) ?? []);
}

function parseFileRedirection(p: Parser, token: Token): RedirectionAst | ({ type: 'NotSupported' } & Span) {
  const file = parseSingleArgument(p, 'file name');
  if (!file) p.error('MissingFileSpecification', after(token));
  const location = file ?? errorExpression(token);
  const span = spanning(token, location);
  if (!token.redirection) {
    p.error('RedirectionNotSupported', token, token.text);
    return { type: 'NotSupported', ...span };
  }
  const { from, append = false } = token.redirection;
  return { type: 'FileRedirection', ...span, fromStream: streams[from]!, append, location };
}

function parseMerging(p: Parser, token: Token): RedirectionAst {
  const { from, to } = token.redirection!;
  if (to !== 1 || from === to) p.error('RedirectionNotSupported', token, token.text);
  return {
    type: 'MergingRedirection',
    start: token.start,
    end: token.end,
    fromStream: streams[from]!,
    toStream: 'Output',
  };
}

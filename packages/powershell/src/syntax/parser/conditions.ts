import type { PipelineBaseAst, StatementBlockAst } from '../ast.ts';
import type { Token } from '../token.ts';
import type { Parser } from './parser.ts';

/** Reads a condition behind its parenthesis, line ends around it skipped. */
export function parseCondition(p: Parser): PipelineBaseAst | undefined {
  p.skipNewlines();
  const condition = p.grammar.pipelineChain(p);
  p.skipNewlines();
  return condition;
}

/** Takes a `(` behind line ends. */
export function acceptLeftParen(p: Parser): Token | undefined {
  p.skipNewlines();
  return p.accept('LParen');
}

/** Reads a body behind line ends. */
export function parseBody(p: Parser): StatementBlockAst | undefined {
  p.skipNewlines();
  return p.grammar.statementBlock(p);
}

import type { ScriptBlockAst, ScriptBlockExpressionAst } from '../ast.ts';
import { checkMeaning } from '../checks/semantic-checks.ts';
import type { ParseError } from '../parse-error.ts';
import type { Token } from '../token.ts';
import { parseSingleArgument } from './arguments.ts';
import { parseExpression, parseUnary } from './expressions.ts';
import { checkImports } from './imports.ts';
import type { ParseOptions } from './parse-options.ts';
import { Parser, type Grammar } from './parser.ts';
import { parsePipelineChain } from './pipelines.ts';
import { parsePrimary } from './primary.ts';
import { readRequirements } from './requirements.ts';
import { parseScriptBlock, parseStatementBlock } from './script-blocks.ts';
import { parseStatement, parseStatementList } from './statements.ts';

const grammar: Grammar = {
  expression: parseExpression,
  unary: parseUnary,
  primary: parsePrimary,
  singleArgument: parseSingleArgument,
  pipelineChain: parsePipelineChain,
  statement: parseStatement,
  statementList: parseStatementList,
  statementBlock: parseStatementBlock,
  scriptBlock: parseScriptBlock,
  scriptBlockExpression: parseScriptBlockExpression,
};

/** script-block-expression: '{' script-block '}' */
function parseScriptBlockExpression(p: Parser, leftCurly: Token): ScriptBlockExpressionAst {
  return p.withComma({ disabled: false }, () =>
    p.inMode('command', () => {
      p.skipNewlines();
      const scriptBlock = p.grammar.scriptBlock(p, { leftCurly });
      return { type: 'ScriptBlockExpression', start: scriptBlock.start, end: scriptBlock.end, scriptBlock };
    }),
  );
}

/** The tree of a script, as far as it could be read, and what is wrong with it. */
export interface ParseResult {
  readonly ast: ScriptBlockAst;
  /** Every token of the script, comments and line ends included, when they were asked for. */
  readonly tokens: readonly Token[];
  readonly errors: readonly ParseError[];
}

/** Reads a script; never throws: what is wrong is in `errors`, what could be read in `ast`. Source: Parser.ParseInput. */
export function parse(source: string, options: ParseOptions = {}): ParseResult {
  const tokens: Token[] | undefined = options.tokens ? [] : undefined;
  const p = new Parser(source, { grammar, tokens });
  return { ast: readScript(p, options), tokens: tokens ?? [], errors: p.errors };
}

function readScript(p: Parser, options: ParseOptions): ScriptBlockAst {
  try {
    const script = parseScriptBlock(p, {});
    const requirements = readRequirements(p, p.lexer.requires);
    checkImports(p, script, options);
    checkMeaning(script, { definitions: p.definitions, report: (id, span, ...values) => p.error(id, span, ...values) });
    return { ...script, requirements };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nested too deeply for the stack, as the original says it.
    const { lexer } = p;
    p.error('ScriptTooComplicated', { start: lexer.offsetOf(lexer.tokenStart), end: lexer.offsetOf(lexer.index) });
    return { type: 'ScriptBlock', start: 0, end: lexer.source.length, usingStatements: [], attributes: [] };
  }
}

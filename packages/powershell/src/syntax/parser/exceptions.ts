import type { CatchClauseAst, StatementAst, TrapStatementAst, ErrorStatementAst, TypeConstraintAst } from '../ast.ts';
import type { Token } from '../token.ts';
import { parseAttribute } from './attributes.ts';
import { parseBody } from './conditions.ts';
import { after, errorStatement, spanning, type Parser, type Span } from './parser.ts';

/** trap-statement: 'trap' [ type-literal ] block */
export function parseTrap(p: Parser, trapToken: Token): TrapStatementAst | ErrorStatementAst {
  const restorePoint = p.restorePoint();
  p.skipNewlines();
  const attribute = parseAttribute(p);
  const trapType = attribute?.type === 'TypeConstraint' ? attribute : undefined;
  if (attribute && !trapType) p.resync(restorePoint);
  const body = parseBody(p);
  if (body) return { type: 'TrapStatement', ...spanning(trapToken, body), trapType, body };
  const last = trapType ?? trapToken;
  p.incomplete('MissingTrapStatement', after(last));
  return errorStatement(spanning(trapToken, last), [trapType]);
}

/** try-statement: 'try' block { catch-clause } [ 'finally' block ] */
export function parseTry(p: Parser, tryToken: Token): StatementAst {
  const body = parseBody(p);
  if (!body) {
    p.incomplete('MissingTryStatementBlock', after(tryToken));
    return errorStatement(tryToken);
  }
  const catches: CatchParts = { clauses: [], unused: [] };
  for (let more = true; more;) more = parseCatch(p, catches);
  p.skipNewlines();
  const finallyToken = p.accept('Finally');
  const finallyBlock = finallyToken && parseBody(p);
  if (finallyToken && !finallyBlock) {
    catches.failedAt = finallyToken;
    p.incomplete('MissingFinallyStatementBlock', after(finallyToken), 'finally');
  }
  if (catches.clauses.length === 0 && !finallyBlock && !catches.failedAt) {
    catches.failedAt = body;
    p.incomplete('MissingCatchOrFinally', after(body));
  }
  const { clauses, unused, failedAt } = catches;
  if (failedAt) return errorStatement(spanning(tryToken, failedAt), [body, ...clauses, ...unused]);
  return {
    type: 'TryStatement',
    ...spanning(tryToken, finallyBlock ?? clauses.at(-1)!),
    body,
    catchClauses: clauses,
    finally: finallyBlock,
  };
}

interface CatchParts {
  readonly clauses: CatchClauseAst[];
  /** Types of clauses that could not be read. */
  readonly unused: TypeConstraintAst[];
  failedAt?: Span;
}

/** catch-clause: 'catch' [ type-literal { ',' type-literal } ] block; false when there is no further one */
function parseCatch(p: Parser, catches: CatchParts): boolean {
  p.skipNewlines();
  const catchToken = p.accept('Catch');
  if (!catchToken) return false;
  const { types, comma } = parseCatchTypes(p);
  if (comma) {
    catches.failedAt = comma;
    p.incomplete('MissingTypeLiteralToken', after(comma));
  }
  p.catchDepth++;
  const body = parseBody(p);
  p.catchDepth--;
  if (body) {
    catches.clauses.push({ type: 'CatchClause', ...spanning(catchToken, body), catchTypes: types, body });
    return true;
  }
  if (!comma) {
    catches.failedAt = types.at(-1) ?? catchToken;
    p.incomplete('MissingCatchHandlerBlock', after(catches.failedAt));
  }
  catches.unused.push(...types);
  return false;
}

/** Gives the comma behind which a type is missing. */
function parseCatchTypes(p: Parser): { types: TypeConstraintAst[]; comma: Token | undefined } {
  const types: TypeConstraintAst[] = [];
  for (let comma: Token | undefined; ;) {
    const restorePoint = p.restorePoint();
    p.skipNewlines();
    const attribute = parseAttribute(p);
    if (!attribute) return { types, comma };
    if (attribute.type !== 'TypeConstraint') {
      p.resync(restorePoint);
      return { types, comma: undefined };
    }
    types.push(attribute);
    p.skipNewlines();
    comma = p.accept('Comma');
    if (!comma) return { types, comma };
  }
}

import type { AnyAst, BreakStatementAst, ContinueStatementAst, ReturnStatementAst } from '../ast.ts';
import type { Report } from './report.ts';

/** A finally block around a statement: the labels of the loops between the two, empty for those without one. */
export type FinallyBlock = readonly string[];

/** The finally block around the children of a node; a script block, a trap and a function run on their own. */
export function finallyBelow(node: AnyAst, around: FinallyBlock | undefined): FinallyBlock | undefined {
  switch (node.type) {
    case 'NamedBlock':
    case 'ScriptBlock':
    case 'TrapStatement':
      return undefined;
    case 'DoUntilStatement':
    case 'DoWhileStatement':
    case 'ForEachStatement':
    case 'ForStatement':
    case 'SwitchStatement':
    case 'WhileStatement':
      return around && [...around, node.label?.toLowerCase() ?? ''];
    default:
      return around;
  }
}

type Leaving = BreakStatementAst | ContinueStatementAst | ReturnStatementAst;

/** A finally block runs to its end: nothing in it may leave it but an error. */
export function checkFlow(node: Leaving, around: FinallyBlock | undefined, report: Report): void {
  if (around && !staysInside(node, around)) report('ControlLeavingFinally', node);
}

function staysInside(node: Leaving, loops: FinallyBlock): boolean {
  if (node.type === 'ReturnStatement') return false;
  if (!node.label) return loops.length > 0;
  return node.label.type === 'StringConstantExpression' && loops.includes(node.label.value.toLowerCase());
}

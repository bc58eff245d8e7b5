import type { AnyAst, BreakStatementAst, ContinueStatementAst, ReturnStatementAst, ScriptBlockAst } from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
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

/** In a method `break` and `continue` name a loop around them, as they cannot leave it. */
export function checkLabels(method: ScriptBlockAst, report: Report): void {
  const visit = (node: AnyAst, labels: readonly string[]): void => {
    if (node.type === 'FunctionDefinition') return;
    if (node.type === 'BreakStatement' || node.type === 'ContinueStatement') {
      const { label } = node;
      const isUnknown = label?.type === 'StringConstantExpression' && !labels.includes(label.value.toLowerCase());
      if (isUnknown) report('LabelNotFound', node, label.value);
    }
    const inside = isLabelled(node) ? [...labels, node.label.toLowerCase()] : labels;
    for (const child of childNodes(node)) visit(child, inside);
  };
  visit(method, []);
}

const isLabelled = (node: AnyAst): node is AnyAst & { readonly label: string } =>
  loopTypes.has(node.type) && 'label' in node && typeof node.label === 'string';

const loopTypes = new Set([
  'DoUntilStatement',
  'DoWhileStatement',
  'ForEachStatement',
  'ForStatement',
  'SwitchStatement',
  'WhileStatement',
]);

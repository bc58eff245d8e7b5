import type { AnyAst } from './ast.ts';
import { childNodes } from './child-nodes.ts';

/** Whether a script itself, not a block within it, speaks of `$input`. Source: AstSearcher.IsUsingDollarInput. */
export function usesInput(script: AnyAst): boolean {
  return childNodes(script).some((node) => {
    if (node.type === 'ScriptBlock') return false;
    if (node.type === 'VariableExpression') return node.path.userPath.toLowerCase() === 'input';
    return usesInput(node);
  });
}

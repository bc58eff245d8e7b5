import type { AnyAst, DataStatementAst } from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import type { Report } from './report.ts';

/** Variables that a data section may read. */
const allowedVariables = ['PSCulture', 'PSUICulture', 'true', 'false', 'null'];

/** A data section holds data: no functions, no script blocks, no variables, no commands beyond those it names. */
export function checkData(data: DataStatementAst, report: Report): void {
  const commands = new Set(['convertfrom-stringdata']);
  for (const command of data.commandsAllowed)
    if (command.type === 'StringConstantExpression') commands.add(command.value.toLowerCase());
  const visit = (node: AnyAst): void => {
    checkDataNode(node, { commands, report });
    childNodes(node).forEach(visit);
  };
  visit(data.body);
}

function checkDataNode(node: AnyAst, { commands, report }: { commands: ReadonlySet<string>; report: Report }): void {
  switch (node.type) {
    case 'FunctionDefinition':
      return report('FunctionDeclarationNotSupportedInDataSection', node);
    case 'ScriptBlock':
      return report('ScriptBlockNotSupportedInDataSection', node);
    case 'VariableExpression':
      return checkDataVariable(node.path.userPath, node, report);
    case 'Command': {
      const name = node.elements[0];
      const text = name?.type === 'StringConstantExpression' ? name.value : '';
      if (!commands.has(text.toLowerCase())) report('CmdletNotInAllowedListForDataSection', node, text);
      return;
    }
    default:
  }
}

function checkDataVariable(name: string, node: AnyAst, report: Report): void {
  if (allowedVariables.some((allowed) => allowed.toLowerCase() === name.toLowerCase())) return;
  report(
    'VariableReferenceNotSupportedInDataSection',
    node,
    allowedVariables.map((allowed) => `$${allowed}`).join(', '),
  );
}

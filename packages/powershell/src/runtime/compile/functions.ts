import type { AttributeAst, FunctionDefinitionAst, ParameterAst, ScriptBlockAst } from '../../syntax/ast.ts';
import { fullTypeName } from '../../syntax/type-name.ts';
import type { BoundParameter } from '../binder/bound-parameter.ts';
import { coreTypes } from '../types/type-registry.ts';
import { parseVariablePath } from '../../syntax/variable-path.ts';
import type { Compiler } from './compiler.ts';
import type { Statement } from './compiled.ts';
import { scopeFor } from './variables.ts';

/** `function name { }`: defines it in the current scope, or the one that its name tells. */
export function compileFunction(c: Compiler, ast: FunctionDefinitionAst): Statement {
  const code = c.scriptBlock(withParameters(ast));
  const path = parseVariablePath(ast.name);
  const name = path.unqualifiedPath;
  const kind = ast.isFilter ? 'filter' : 'function';
  return (frame) => {
    scopeFor(frame, path).functions.set(name.toLowerCase(), { kind, name, code });
    return undefined;
  };
}

/** The `function f($a)` form is one with a param block. */
function withParameters({ body, parameters }: FunctionDefinitionAst): ScriptBlockAst {
  if (!parameters) return body;
  return {
    ...body,
    paramBlock: { type: 'ParamBlock', start: body.start, end: body.start, attributes: [], parameters },
  };
}

const attributeName = ({ typeName }: AttributeAst): string =>
  fullTypeName(typeName)
    .toLowerCase()
    .replace(/attribute$/, '');

/** Whether a block declares itself an advanced function. */
export function isAdvanced({ paramBlock }: ScriptBlockAst): boolean {
  if (!paramBlock) return false;
  const own = paramBlock.attributes.some((attribute) => attributeName(attribute) === 'cmdletbinding');
  return own || paramBlock.parameters.some((parameter) => attributesOf(parameter, 'parameter').length > 0);
}

const attributesOf = ({ attributes }: ParameterAst, name: string): AttributeAst[] =>
  attributes
    .filter((attribute) => attribute.type === 'Attribute')
    .filter((attribute) => attributeName(attribute) === name);

/** What the binder has to know of a block's parameters. */
export function parameterSpecs(c: Compiler, { paramBlock }: ScriptBlockAst): BoundParameter[] {
  const parameters = paramBlock?.parameters ?? [];
  const anyPosition = parameters.some((parameter) => namedArgument(parameter, 'position') !== undefined);
  let position = 0;
  return parameters.map((parameter) => {
    const spec = parameterSpec(c, parameter);
    if (spec.isSwitch || spec.position !== undefined || anyPosition) return spec;
    return { ...spec, position: position++ };
  });
}

function parameterSpec(c: Compiler, parameter: ParameterAst): BoundParameter {
  const constraint = parameter.attributes.find((attribute) => attribute.type === 'TypeConstraint');
  const type = constraint && coreTypes.resolve(constraint.typeName);
  const isSwitch = type?.name === 'System.Management.Automation.SwitchParameter';
  const position = namedArgument(parameter, 'position');
  return {
    name: parameter.name.path.unqualifiedPath,
    aliases: attributesOf(parameter, 'alias').flatMap(aliasesOf),
    type: isSwitch ? undefined : type,
    isSwitch,
    position: position === undefined ? undefined : Number(position),
    mandatory: isSet(parameter, 'mandatory'),
    pipeline: pipelineOf(parameter),
    remaining: isSet(parameter, 'valuefromremainingarguments'),
    allowNull: attributesOf(parameter, 'allownull').length > 0,
    defaultValue: parameter.defaultValue && c.expression(parameter.defaultValue),
  };
}

const aliasesOf = ({ positionalArguments }: AttributeAst): string[] =>
  positionalArguments.flatMap((argument) => (argument.type === 'StringConstantExpression' ? [argument.value] : []));

function pipelineOf(parameter: ParameterAst): BoundParameter['pipeline'] {
  const byValue = isSet(parameter, 'valuefrompipeline');
  const byProperty = isSet(parameter, 'valuefrompipelinebypropertyname');
  if (byValue) return byProperty ? 'both' : 'value';
  return byProperty ? 'property' : undefined;
}

const isSet = (parameter: ParameterAst, name: string): boolean => {
  const value = namedArgument(parameter, name);
  return value !== undefined && value !== '$false' && value !== '0';
};

/** A named argument of `[Parameter(…)]` as it is written; without a value it counts as `$true`. */
function namedArgument(parameter: ParameterAst, name: string): string | undefined {
  for (const attribute of attributesOf(parameter, 'parameter')) {
    const found = attribute.namedArguments.find(({ argumentName }) => argumentName.toLowerCase() === name);
    if (found) return found.expressionOmitted ? '$true' : constantText(found.argument);
  }
  return undefined;
}

function constantText(argument: AttributeAst['positionalArguments'][number]): string {
  if (argument.type === 'ConstantExpression') return String(argument.value);
  return argument.type === 'VariableExpression' ? `$${argument.path.userPath.toLowerCase()}` : '';
}

import type { FunctionDefinitionAst, ParameterAst, ScriptBlockAst } from '../../syntax/ast.ts';
import { parseVariablePath } from '../../syntax/variable-path.ts';
import { attributeKey, compileAttribute } from './attributes.ts';
import type { Compiler } from './compiler.ts';
import type { Statement } from './compiled.ts';
import type { ParameterCode } from './parameter-code.ts';
import { scopeFor } from './variables.ts';

/** `function name { }`: defines it in the current scope, or the one that its name tells. */
export function compileFunction(c: Compiler, ast: FunctionDefinitionAst): Statement {
  const code = c.scriptBlock(withParameters(ast));
  const path = parseVariablePath(ast.name);
  const name = path.unqualifiedPath;
  const kind = ast.isFilter ? 'filter' : 'function';
  return (frame) => {
    const closure = frame.scope.module?.scope;
    const isPrivate = path.scope === 'private';
    scopeFor(frame, path).functions.set(name.toLowerCase(), { kind, name, code, closure, isPrivate });
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

/** Whether a block declares itself an advanced function. */
export function isAdvanced({ paramBlock }: ScriptBlockAst): boolean {
  if (!paramBlock) return false;
  const own = paramBlock.attributes.some(({ typeName }) => attributeKey(typeName) === 'cmdletbinding');
  return own || paramBlock.parameters.some(isAdvancedParameter);
}

const isAdvancedParameter = ({ attributes }: ParameterAst): boolean =>
  attributes.some(({ type, typeName }) => type === 'Attribute' && attributeKey(typeName) === 'parameter');

/** A parameter in code. */
export const parameterCode = (c: Compiler, { name, attributes, defaultValue }: ParameterAst): ParameterCode => ({
  name: name.path.unqualifiedPath,
  attributes: attributes.map((attribute) =>
    attribute.type === 'Attribute'
      ? compileAttribute(c, attribute)
      : { key: undefined, typeName: attribute.typeName, place: attribute },
  ),
  defaultValue: defaultValue && c.expression(defaultValue),
});

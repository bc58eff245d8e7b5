import type { CompiledScriptBlock } from '../../runtime/compile/compiled.ts';
import type { AttributeAst, ExpressionAst, ParameterAst } from '../../syntax/ast.ts';
import { fullTypeName } from '../../syntax/type-name.ts';
import { knownTypes } from '../../runtime/values/running-session.ts';
import type { DeclaredParameter } from './help-model.ts';

/** What a function's or script's own text says of one of its parameters. */
export function declaredParameter({ ast, source }: CompiledScriptBlock, key: string): DeclaredParameter {
  const parameter = ast.paramBlock?.parameters.find(({ name }) => name.path.unqualifiedPath.toLowerCase() === key);
  const help = argumentOf(attribute(parameter, 'PSDefaultValue'), 'Help');
  const value = help ?? parameter?.defaultValue;
  const text = value ? source.text.slice(value.start, value.end) : '';
  return {
    defaultText: text.replace(/^'(.*)'$|^"(.*)"$/s, '$1$2'),
    supportsWildcards: attribute(parameter, 'SupportsWildcards') !== undefined,
  };
}

/** The types of `[OutputType([int])]`, by their full names where they are known. */
export function declaredOutputTypes({ ast }: CompiledScriptBlock): readonly string[] {
  const found = ast.paramBlock?.attributes.filter(({ typeName }) =>
    /(?:^|\.)OutputType$/i.test(fullTypeName(typeName)),
  );
  return (found ?? []).flatMap(({ positionalArguments }) => positionalArguments.flatMap(typeNameIn));
}

function typeNameIn(argument: ExpressionAst): string[] {
  if (argument.type === 'StringConstantExpression') return [argument.value];
  if (argument.type !== 'TypeExpression') return [];
  const written = fullTypeName(argument.typeName);
  return [knownTypes().find(written)?.name ?? written];
}

function attribute(parameter: ParameterAst | undefined, name: string): AttributeAst | undefined {
  const wanted = new RegExp(`(?:^|\\.)${name}(?:Attribute)?$`, 'i');
  return parameter?.attributes.find(
    (each): each is AttributeAst => each.type === 'Attribute' && wanted.test(fullTypeName(each.typeName)),
  );
}

const argumentOf = (from: AttributeAst | undefined, name: string) =>
  from?.namedArguments.find(({ argumentName }) => argumentName.toLowerCase() === name.toLowerCase())?.argument;

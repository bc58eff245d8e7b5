import type { ConvertExpressionAst } from '../../syntax/ast.ts';
import { fullTypeName, type TypeName } from '../../syntax/type-name.ts';
import { convertTo, toCustomObject } from '../conversions/convert.ts';
import { locatedAt } from '../errors/located-at.ts';
import { scriptError } from '../errors/script-error.ts';
import type { Frame } from '../engine/frame.ts';
import type { DotNetType } from '../types/define-type.ts';
import { ExtentValue } from '../values/ast-value.ts';
import { boxed } from '../values/boxed.ts';
import { Dictionary, OrderedDictionary } from '../values/dictionary.ts';
import { nothing } from '../values/nothing.ts';
import { outputSeparator } from './strings.ts';
import { listOf } from '../values/enumerate.ts';
import { NamedType } from '../values/named-type.ts';
import { toText } from '../values/to-text.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';
import { compileReference } from './references.ts';
import { hashtableInto } from './hashtables.ts';
import { isPsObject } from './type-operators.ts';

/** `[type] expression`. */
export function compileConvert(c: Compiler, { attribute, child }: ConvertExpressionAst): Expression {
  const name = attribute.typeName.kind === 'simple' ? attribute.typeName.name.toLowerCase() : '';
  if (name === 'ref') return compileReference(c, child);
  if (name === 'ordered' && child.type === 'Hashtable') return hashtableInto(c, child, () => new OrderedDictionary());
  if (name === 'pscustomobject' && child.type === 'Hashtable')
    return orderedObject(hashtableInto(c, child, () => new OrderedDictionary()));
  if (name === 'pscustomobject') return customObject(c.expression(child));
  return castTo(attribute.typeName, c.expression(child));
}

const orderedObject =
  (map: Expression): Expression =>
  (frame) =>
    toCustomObject(map(frame) as Dictionary);

/** `[pscustomobject]$map`: the cast alone makes an object of a map, a parameter's type does not. */
const customObject =
  (child: Expression): Expression =>
  (frame) => {
    const value = child(frame);
    return value instanceof Dictionary ? toCustomObject(value) : value;
  };

function castTo(typeName: TypeName, child: Expression): Expression {
  return (frame) => {
    const type = resolveType(frame, typeName);
    const value = child(frame);
    if (type.name === 'System.Void') return nothing;
    if (isPsObject(type)) return boxed(value);
    if (type.name === 'System.String' && listOf(value)) return toText(value, outputSeparator(frame));
    return convertTo(value, type);
  };
}

/** The type that a script names; an unknown one is the original's error. */
export function resolveType(frame: Frame, typeName: TypeName): DotNetType {
  const type = frame.session.types.resolve(typeName);
  if (type) return type;
  const name = fullTypeName(typeName);
  return locatedAt(frame, typeName, () => {
    throw scriptError('TypeNotFound', [name], {
      target: new NamedType(name, nameExtent(frame, typeName)),
    });
  });
}

/** The name itself, where the brackets around it are part of the place. */
function nameExtent({ source }: Frame, { start, end }: TypeName): ExtentValue {
  const inner = source.text.charAt(start) === '[' ? 1 : 0;
  return new ExtentValue(source, start + inner, end - inner);
}

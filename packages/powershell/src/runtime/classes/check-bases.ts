import { fullTypeName, type TypeName } from '../../syntax/type-name.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import type { DotNetType } from '../types/define-type.ts';
import { coreTypes, type TypeRegistry } from '../types/type-registry.ts';
import type { ClassCode } from './class-code.ts';
import type { RefuseType } from './type-error.ts';

export interface Bases {
  readonly base: DotNetType;
  readonly interfaces: readonly DotNetType[];
}

/** What a class inherits from, if it may. Source: DefineTypeHelper.GetBaseTypes. */
export function basesOf({ baseTypes }: ClassCode, types: TypeRegistry, refuse: RefuseType): Bases {
  const found = baseTypes.map((typeName, index) => baseNamed(typeName, { types, refuse, isFirst: index === 0 }));
  const [first] = found;
  const isClass = first !== undefined && !first.isInterface;
  return {
    base: isClass ? first : coreTypes.find('System.Object')!,
    interfaces: isClass ? found.slice(1) : found,
  };
}

interface BaseContext {
  readonly types: TypeRegistry;
  readonly refuse: RefuseType;
  readonly isFirst: boolean;
}

function baseNamed(typeName: TypeName, { types, refuse, isFirst }: BaseContext): DotNetType {
  const name = fullTypeName(typeName);
  if (typeName.kind === 'array') return refuse('SubtypeArray', typeName, name);
  const type = types.resolve(typeName);
  if (!type) return refuse('TypeNotFound', typeName, name);
  if (type.typeParameters) return refuse('SubtypeUnclosedGeneric', typeName, name);
  if (isFirst && isSealed(type)) return refuse('SealedBaseClass', typeName, displayTypeName(type.name));
  if (!isFirst && !type.isInterface) return refuse('InterfaceNameExpected', typeName, name);
  return type;
}

const isSealed = (type: DotNetType): boolean =>
  type.name === 'System.String' || type.valueType === true || type.isDelegate === true || type.name === 'System.Array';

/** A class that does not call its base's constructor needs one there without parameters. */
export function checkBaseConstructor({ methods, name, ast }: ClassCode, base: DotNetType, refuse: RefuseType): void {
  const constructors = methods.filter(({ isConstructor, isStatic }) => isConstructor && !isStatic);
  if (constructors.length > 0 && constructors.every(({ callsBase }) => callsBase)) return;
  const hasPlain =
    base.constructors?.some(({ parameters }) => parameters.length === 0) ?? base.name === 'System.Object';
  if (!hasPlain && !base.isAbstract && constructors.length === 0)
    refuse('BaseClassNoDefaultCtor', ast, base.name || name);
}

/** Every method of an interface that the runtime knows has to be there. */
export function checkInterfaces({ methods, name, ast }: ClassCode, bases: Bases, refuse: RefuseType): void {
  for (const each of bases.interfaces) {
    const missing = required[each.name]?.find((wanted) => !methods.some((method) => hasShape(method, wanted)));
    if (!missing) continue;
    const text = `Method '${missing.name}' in type '${name}' does not have an implementation.`;
    refuse('TypeCreationError', ast, name, text);
  }
}

interface WantedMethod {
  readonly name: string;
  readonly returns: string;
}

const required: Readonly<Record<string, readonly WantedMethod[]>> = {
  'System.IComparable': [{ name: 'CompareTo', returns: 'int' }],
  'System.IDisposable': [{ name: 'Dispose', returns: 'void' }],
  'System.ICloneable': [{ name: 'Clone', returns: 'object' }],
};

const hasShape = ({ name, returnType }: ClassCode['methods'][number], wanted: WantedMethod): boolean => {
  const returns = (returnType ? fullTypeName(returnType) : 'void').toLowerCase().replace(/^system\./, '');
  return name.toLowerCase() === wanted.name.toLowerCase() && (returns === wanted.returns || returns === 'int32');
};

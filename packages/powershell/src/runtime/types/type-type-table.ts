import { netError } from '../errors/script-error.ts';
import { Assembly } from '../values/assembly.ts';
import { knownTypes } from '../values/running-session.ts';
import { typedArray } from '../values/typed-array.ts';
import { TypeValue } from '../values/type-value.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { displayTypeName } from './display-type-name.ts';
import { qualifiedName } from './assemblies.ts';
import { enumNamesOf, enumValuesOf } from './enum-type-table.ts';
import { reflectionMethods, reflectionTypes } from './reflection-types.ts';
import { coreTypes } from './type-registry.ts';
import { typeOf } from './type-of.ts';

/** `Name` of a type: without its namespace and its type arguments. */
export function nameOfType({ name, element }: DotNetType): string {
  if (element) return nameOfType(element) + name.slice(element.name.length);
  const [open = ''] = name.split('[');
  return open.split(/[.+]/).at(-1)!;
}

const namespaceOf = ({ name, element }: DotNetType): string | null => {
  const [open = ''] = (element ? element.name : name).split('[');
  return open.includes('.') ? open.slice(0, open.lastIndexOf('.')) : null;
};

const valueOrNull = (type: DotNetType | undefined): TypeValue | null => (type ? new TypeValue(type) : null);

function makeGeneric({ type }: TypeValue, given: readonly unknown[]): TypeValue {
  const types = (given as readonly TypeValue[]).map((each) => each.type);
  const count = type.typeParameters?.length ?? 0;
  if (count === 0)
    throw netError(
      'System.InvalidOperationException',
      `${displayTypeName(type.name)} is not a GenericTypeDefinition. MakeGenericType may only be called on a type for which Type.IsGenericTypeDefinition is true.`,
    );
  if (count !== types.length)
    throw netError(
      'System.ArgumentException',
      "The number of generic arguments provided doesn't equal the arity of the generic type definition. (Parameter 'instantiation')",
    );
  return new TypeValue(knownTypes().generic(type, types));
}

const isGeneric = ({ typeArguments, typeParameters }: DotNetType): boolean =>
  typeArguments !== undefined || typeParameters !== undefined;

const primitive = /^System\.(Boolean|Byte|SByte|Int16|UInt16|Int32|UInt32|Int64|UInt64|IntPtr|Char|Double|Single)$/;

/** Types of .NET that it once could serialise, as `[type]` still tells. */
const isSerializable = (type: DotNetType): boolean =>
  type.valueType === true ||
  type.element !== undefined ||
  type.enumeration !== undefined ||
  isGeneric(type) ||
  /^System\.(String|Object|Version|Uri|Array|Text\.StringBuilder|Collections\.(Hashtable|ArrayList|Queue|Stack)|Exception|.*Exception)$/.test(
    type.name,
  ) ||
  type.name === 'System.Collections.Specialized.OrderedDictionary';

const isAssignableFrom = ({ type }: TypeValue, other: TypeValue): boolean =>
  knownTypes().isAssignable(other.type, type.name);

function typeNamed(name: string, fails: boolean): TypeValue | null {
  const found = knownTypes().find(name);
  if (found || !fails) return valueOrNull(found);
  throw netError('System.TypeLoadException', `Could not load type '${name}' from assembly.`);
}

/** System.Type and the values of `[type]`. */
export const typeTypes: readonly DotNetType[] = [
  ...reflectionTypes,
  {
    name: 'System.Type',
    base: 'System.Reflection.MemberInfo',
    isAbstract: true,
    statics: { EmptyTypes: readOnly(() => typedArray('System.Type', [])) },
    staticMethods: {
      GetType: [
        overload('string typeName', (_self: null, name: string) => typeNamed(name, false)),
        overload('string typeName, bool throwOnError', (_self: null, name: string, fails: boolean) =>
          typeNamed(name, fails),
        ),
      ],
      GetTypeCode: [overload('type type', (_self: null, { type }: TypeValue) => nameOfType(type))],
    },
  },
  { name: 'System.Reflection.MemberInfo', base: 'System.Object', isAbstract: true },
  { name: 'System.Reflection.TypeInfo', base: 'System.Type', isAbstract: true },
  {
    name: 'System.RuntimeType',
    base: 'System.Reflection.TypeInfo',
    properties: {
      Name: readOnly(({ type }: TypeValue) => nameOfType(type), 'string'),
      FullName: readOnly(({ type }: TypeValue) => type.name, 'string'),
      Namespace: readOnly(({ type }: TypeValue) => namespaceOf(type), 'string'),
      BaseType: readOnly(({ type }: TypeValue) => valueOrNull(knownTypes().baseOf(type))),
      IsPublic: readOnly(({ type }: TypeValue) => !type.name.includes('+')),
      IsSerializable: readOnly(({ type }: TypeValue) => isSerializable(type)),
      IsArray: readOnly(({ type }: TypeValue) => type.element !== undefined),
      IsEnum: readOnly(({ type }: TypeValue) => type.enumeration !== undefined),
      IsClass: readOnly(({ type }: TypeValue) => !type.valueType && !type.enumeration && !type.isInterface),
      IsInterface: readOnly(({ type }: TypeValue) => type.isInterface === true),
      IsAbstract: readOnly(({ type }: TypeValue) => type.isAbstract === true || type.isInterface === true),
      IsPrimitive: readOnly(({ type }: TypeValue) => primitive.test(type.name)),
      IsGenericType: readOnly(({ type }: TypeValue) => isGeneric(type)),
      IsGenericTypeDefinition: readOnly(({ type }: TypeValue) => type.typeParameters !== undefined),
      IsValueType: readOnly(({ type }: TypeValue) => type.valueType === true || type.enumeration !== undefined),
      GenericTypeArguments: readOnly(({ type }: TypeValue) => argumentsOf(type)),
      Assembly: readOnly(({ type }: TypeValue) => Assembly.of(type.name), 'System.Reflection.Assembly'),
      AssemblyQualifiedName: readOnly(({ type }: TypeValue) => qualifiedNameOf(type)),
      ImplementedInterfaces: readOnly(({ type }: TypeValue) => interfacesOf(type)),
    },
    methods: {
      IsInstanceOfType: [
        overload(
          'object o',
          ({ type }: TypeValue, value: unknown) =>
            value !== null && knownTypes().isAssignable(typeOf(value), type.name),
        ),
      ],
      IsAssignableFrom: [overload('type c', isAssignableFrom)],
      IsAssignableTo: [
        overload('type targetType', (self: TypeValue, other: TypeValue) => isAssignableFrom(other, self)),
      ],
      IsSubclassOf: [
        overload(
          'type c',
          (self: TypeValue, other: TypeValue) => self.type !== other.type && isAssignableFrom(other, self),
        ),
      ],
      GetElementType: [overload('', ({ type }: TypeValue) => valueOrNull(type.element))],
      GetTypeInfo: [overload('', (self: TypeValue) => self)],
      MakeGenericType: [overload('...type typeArguments', makeGeneric)],
      GetGenericArguments: [overload('', ({ type }: TypeValue) => argumentsOf(type))],
      GetGenericTypeDefinition: [
        overload('', ({ type }: TypeValue) => valueOrNull(knownTypes().find(type.name.split('[')[0]!))),
      ],
      MakeArrayType: [overload('', ({ type }: TypeValue) => new TypeValue(coreTypes.arrayOf(type)))],
      GetInterfaces: [overload('', ({ type }: TypeValue) => interfacesOf(type))],
      GetEnumNames: [overload('', ({ type }: TypeValue) => enumNamesOf(type))],
      GetEnumValues: [overload('', ({ type }: TypeValue) => enumValuesOf(type))],
      GetEnumUnderlyingType: [
        overload('', ({ type }: TypeValue) => valueOrNull(knownTypes().find(type.underlying ?? 'System.Int32'))),
      ],
      ...reflectionMethods,
      ToString: [overload('', ({ type }: TypeValue) => displayTypeName(type.name))],
    },
  },
];

function argumentsOf({ typeArguments = [] }: DotNetType): unknown[] {
  return typedArray(
    'System.Type',
    typeArguments.map((type) => new TypeValue(type)),
  );
}

const interfacesOf = (type: DotNetType): unknown[] =>
  (type.interfaces ?? []).flatMap((name) => {
    const found = knownTypes().find(name);
    return found ? [new TypeValue(found)] : [];
  });

const qualifiedNameOf = (type: DotNetType): string => qualifiedName(type.name);

import { netError } from '../errors/script-error.ts';
import { membersOfType } from '../members/find-member.ts';
import { CustomObject } from '../values/ps-object.ts';
import { knownTypes } from '../values/running-session.ts';
import { typedArray } from '../values/typed-array.ts';
import { TypeValue } from '../values/type-value.ts';
import { type DotNetType, overload, type Overload, readOnly } from './define-type.ts';
import { displayTypeName } from './display-type-name.ts';
import { qualifiedName } from './assemblies.ts';
import { enumNamesOf, enumValuesOf } from './enum-type-table.ts';
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

const methodInfo = (name: string, { parameters, names }: Overload): CustomObject =>
  new CustomObject(['System.Reflection.RuntimeMethodInfo'])
    .setNote('Name', name)
    .setNote('Parameters', parameters.map((type, index) => `${displayTypeName(type)} ${names[index]!}`).join(', '));

function methodsOf({ methods, staticMethods }: ReturnType<typeof membersOfType>): CustomObject[] {
  return [...methods, ...staticMethods].flatMap(([name, forms]) => forms.map((form) => methodInfo(name, form)));
}

const propertyInfo = (name: string): CustomObject =>
  new CustomObject(['System.Reflection.RuntimePropertyInfo']).setNote('Name', name);

function propertyNames(type: DotNetType): string[] {
  const base = knownTypes().baseOf(type);
  return [...new Set([...Object.keys(type.properties ?? {}), ...(base ? propertyNames(base) : [])])];
}

function methodNames(type: DotNetType): string[] {
  const base = knownTypes().baseOf(type);
  const own = [...Object.keys(type.methods ?? {}), ...Object.keys(type.staticMethods ?? {})];
  return [...new Set([...own, ...(base ? methodNames(base) : [])])];
}

const find = (names: readonly string[], wanted: string): string | undefined => names.find((name) => name === wanted);

const isAssignableFrom = ({ type }: TypeValue, other: TypeValue): boolean =>
  knownTypes().isAssignable(other.type, type.name);

function typeNamed(name: string, fails: boolean): TypeValue | null {
  const found = knownTypes().find(name);
  if (found || !fails) return valueOrNull(found);
  throw netError('System.TypeLoadException', `Could not load type '${name}' from assembly.`);
}

/** System.Type and the values of `[type]`. */
export const typeTypes: readonly DotNetType[] = [
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
      Assembly: readOnly(({ type }: TypeValue) => assemblyOf(type)),
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
      GetMethods: [overload('', ({ type }: TypeValue) => methodsOf(membersOfType(type)))],
      GetMethod: [
        overload('string name', ({ type }: TypeValue, name: string) => {
          const known = find(methodNames(type), name);
          return known === undefined
            ? null
            : new CustomObject(['System.Reflection.RuntimeMethodInfo']).setNote('Name', known);
        }),
      ],
      GetProperties: [overload('', ({ type }: TypeValue) => propertyNames(type).map(propertyInfo))],
      GetProperty: [
        overload('string name', ({ type }: TypeValue, name: string) => {
          const known = find(propertyNames(type), name);
          return known === undefined ? null : propertyInfo(known);
        }),
      ],
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

/** The assembly that .NET has a type in, by its full name. */
const assemblyOf = ({ name }: DotNetType): CustomObject =>
  new CustomObject(['System.Reflection.RuntimeAssembly', 'System.Reflection.Assembly', 'System.Object']).setNote(
    'FullName',
    qualifiedName(name).slice(name.length + 2),
  );

const qualifiedNameOf = (type: DotNetType): string => qualifiedName(type.name);

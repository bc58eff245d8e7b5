import { netError } from '../errors/script-error.ts';
import { callOverload } from '../members/invoke-member.ts';
import { knownTypes } from '../values/running-session.ts';
import { typedArray } from '../values/typed-array.ts';
import { TypeValue } from '../values/type-value.ts';
import { type DotNetType, overload, type Overload, type Property, readOnly } from './define-type.ts';
import { displayTypeName } from './display-type-name.ts';
import { enumType, enumValue } from './enum-type.ts';

interface MethodOptions {
  readonly name: string;
  readonly forms: readonly Overload[];
  readonly isStatic: boolean;
  readonly owner: DotNetType;
}

/** A method that reflection tells of. Source: System.Reflection.MethodInfo. */
class MethodInfo implements MethodOptions {
  readonly typeName = 'System.Reflection.RuntimeMethodInfo';
  readonly name: string;
  readonly forms: readonly Overload[];
  readonly isStatic: boolean;
  readonly owner: DotNetType;

  constructor({ name, forms, isStatic, owner }: MethodOptions) {
    this.name = name;
    this.forms = forms;
    this.isStatic = isStatic;
    this.owner = owner;
  }

  invoke(self: unknown, args: readonly unknown[] | null): unknown {
    return callOverload(this.forms, { name: this.name, args: args ?? [], self: this.isStatic ? null : self });
  }

  text(): string {
    const [{ parameters, returns = 'System.Object' }] = this.forms as [Overload];
    return `${displayTypeName(returns)} ${this.name}(${parameters.map(displayTypeName).join(', ')})`;
  }
}

/** Source: System.Reflection.PropertyInfo. */
class PropertyInfo {
  readonly typeName = 'System.Reflection.RuntimePropertyInfo';
  readonly name: string;
  readonly property: Property;
  readonly owner: DotNetType;

  constructor(name: string, property: Property, owner: DotNetType) {
    this.name = name;
    this.property = property;
    this.owner = owner;
  }
}

/** Source: System.Reflection.ParameterInfo. */
class ParameterInfo {
  readonly typeName = 'System.Reflection.RuntimeParameterInfo';
  readonly name: string;
  readonly type: string;
  readonly position: number;

  constructor({ names, parameters }: Overload, position: number) {
    this.name = names[position] ?? 'value';
    this.type = parameters[position]!;
    this.position = position;
  }
}

/** A type and its bases. */
function* lineOf(type: DotNetType): Iterable<DotNetType> {
  for (let each: DotNetType | undefined = type; each; each = knownTypes().baseOf(each)) yield each;
}

function* methodsIn(type: DotNetType): Iterable<MethodInfo> {
  for (const owner of lineOf(type)) {
    for (const [name, forms] of Object.entries(owner.methods ?? {}))
      yield new MethodInfo({ name, forms, isStatic: false, owner });
    if (owner !== type) continue;
    for (const [name, forms] of Object.entries(owner.staticMethods ?? {}))
      yield new MethodInfo({ name, forms, isStatic: true, owner });
  }
}

const alone = ({ name, isStatic, owner }: MethodInfo, form: Overload): MethodInfo =>
  new MethodInfo({ name, isStatic, owner, forms: [form] });

function findMethod(type: DotNetType, name: string, types?: readonly TypeValue[]): MethodInfo | null {
  for (const method of methodsIn(type)) {
    if (method.name !== name) continue;
    if (!types) return onlyForm(method);
    const form = method.forms.find(({ parameters }) => isSame(parameters, types));
    if (form) return alone(method, form);
  }
  return null;
}

const isSame = (parameters: readonly string[], types: readonly TypeValue[]): boolean =>
  parameters.length === types.length && parameters.every((name, index) => types[index]!.type.name === name);

function onlyForm(method: MethodInfo): MethodInfo {
  if (method.forms.length === 1) return method;
  throw netError(
    'System.Reflection.AmbiguousMatchException',
    `Ambiguous match found for '${displayTypeName(method.owner.name)} ${method.text()}'.`,
  );
}

function propertiesIn(type: DotNetType): PropertyInfo[] {
  const found = new Map<string, PropertyInfo>();
  for (const owner of lineOf(type)) {
    for (const [name, property] of Object.entries({ ...owner.properties, ...owner.statics }))
      if (!found.has(name)) found.set(name, new PropertyInfo(name, property, owner));
  }
  return [...found.values()];
}

const typeNamed = (name: string | undefined): TypeValue =>
  new TypeValue(knownTypes().find(name ?? 'System.Object') ?? { name: name ?? 'System.Object' });

type Members = Readonly<Record<string, readonly Overload[]>>;

/** What `[type]` tells of its members. */
export const reflectionMethods: Members = {
  GetMethods: [
    overload('', ({ type }: TypeValue) =>
      Array.from(methodsIn(type)).flatMap((method) => method.forms.map((form) => alone(method, form))),
    ),
  ],
  GetMethod: [
    overload('string name', ({ type }: TypeValue, name: string) => findMethod(type, name)),
    overload('string name, type[] types', ({ type }: TypeValue, name: string, types: readonly TypeValue[]) =>
      findMethod(type, name, types),
    ),
  ],
  GetProperties: [overload('', ({ type }: TypeValue) => propertiesIn(type))],
  GetProperty: [
    overload(
      'string name',
      ({ type }: TypeValue, name: string) => propertiesIn(type).find((each) => each.name === name) ?? null,
    ),
  ],
};

export const reflectionTypes: readonly DotNetType[] = [
  enumType(
    'System.Reflection.MemberTypes',
    { Constructor: 1, Event: 2, Field: 4, Method: 8, Property: 16 },
    { flags: true },
  ),
  {
    name: 'System.Reflection.RuntimeMethodInfo',
    base: 'System.Reflection.MemberInfo',
    properties: {
      Name: readOnly(({ name }: MethodInfo) => name, 'string'),
      DeclaringType: readOnly(({ owner }: MethodInfo) => new TypeValue(owner), 'type'),
      MemberType: readOnly(() => enumValue('System.Reflection.MemberTypes', 'Method')),
      IsStatic: readOnly(({ isStatic }: MethodInfo) => isStatic, 'bool'),
      IsPublic: readOnly(() => true, 'bool'),
      ReturnType: readOnly(({ forms }: MethodInfo) => typeNamed(forms[0]?.returns), 'type'),
    },
    methods: {
      Invoke: [
        overload('object obj, object[] parameters', (method: MethodInfo, self: unknown, args: readonly unknown[]) =>
          method.invoke(self, args),
        ),
      ],
      GetParameters: [
        overload('', ({ forms: [form] }: MethodInfo) =>
          typedArray(
            'System.Reflection.ParameterInfo',
            form!.parameters.map((_type, position) => new ParameterInfo(form!, position)),
          ),
        ),
      ],
    },
  },
  {
    name: 'System.Reflection.RuntimePropertyInfo',
    base: 'System.Reflection.MemberInfo',
    properties: {
      Name: readOnly(({ name }: PropertyInfo) => name, 'string'),
      DeclaringType: readOnly(({ owner }: PropertyInfo) => new TypeValue(owner), 'type'),
      MemberType: readOnly(() => enumValue('System.Reflection.MemberTypes', 'Property')),
      PropertyType: readOnly(({ property }: PropertyInfo) => typeNamed(property.type), 'type'),
      CanRead: readOnly(() => true, 'bool'),
      CanWrite: readOnly(({ property }: PropertyInfo) => property.set !== undefined, 'bool'),
    },
    methods: {
      GetValue: [overload('object obj', ({ property }: PropertyInfo, self: unknown) => property.get(self))],
      SetValue: [
        overload('object obj, object value', ({ property }: PropertyInfo, self: unknown, value: unknown) => {
          if (!property.set) throw netError('System.ArgumentException', 'Property set method not found.');
          property.set(self, value);
        }),
      ],
    },
  },
  { name: 'System.Reflection.ParameterInfo', base: 'System.Object' },
  {
    name: 'System.Reflection.RuntimeParameterInfo',
    base: 'System.Reflection.ParameterInfo',
    properties: {
      Name: readOnly(({ name }: ParameterInfo) => name, 'string'),
      ParameterType: readOnly(({ type }: ParameterInfo) => typeNamed(type), 'type'),
      Position: readOnly(({ position }: ParameterInfo) => position, 'int'),
    },
  },
];

import { qualifiedName } from './assemblies.ts';
import { type DotNetType, formWith, type Overload } from './define-type.ts';

/** The name of a generic type made of its definition's name and the names of its arguments. */
export const genericName = (definition: string, parameters: readonly string[]): string =>
  `${definition}[${parameters.map((each) => `[${qualifiedName(each)}]`).join(',')}]`;

/** A type made of a generic definition: its arguments stand where the definition names its parameters. */
export function instantiate(definition: DotNetType, typeArguments: readonly DotNetType[]): DotNetType {
  const names = typeArguments.map(({ name }) => name);
  const fill = filler(definition.typeParameters ?? [], names);
  const { typeParameters: _open, ...rest } = definition;
  return {
    ...rest,
    name: genericName(definition.name, names),
    typeArguments,
    ...(definition.base === undefined ? {} : { base: fill(definition.base) }),
    ...(definition.interfaces ? { interfaces: definition.interfaces.map(fill) } : {}),
    ...(definition.methods ? { methods: filledTable(definition.methods, fill) } : {}),
    ...(definition.staticMethods ? { staticMethods: filledTable(definition.staticMethods, fill) } : {}),
    ...(definition.constructors ? { constructors: definition.constructors.map((each) => filled(each, fill)) } : {}),
  };
}

type Fill = (name: string) => string;

/** `T` → the argument; `System.Predicate<T>` → that type in full. */
function filler(parameters: readonly string[], names: readonly string[]): Fill {
  const fill: Fill = (name) => {
    const index = parameters.indexOf(name);
    if (index >= 0) return names[index]!;
    if (name.endsWith('[]')) return `${fill(name.slice(0, -2))}[]`;
    const [, open, list = ''] = /^([\w.]+)<(.+)>$/.exec(name) ?? [];
    if (open === undefined) return name;
    const inner = list.split(',').map(fill);
    return genericName(`${open}\`${inner.length}`, inner);
  };
  return fill;
}

const filled = (each: Overload, fill: Fill): Overload => formWith(each, { parameters: each.parameters.map(fill) });

const filledTable = (
  table: Readonly<Record<string, readonly Overload[]>>,
  fill: Fill,
): Readonly<Record<string, readonly Overload[]>> =>
  Object.fromEntries(Object.entries(table).map(([name, forms]) => [name, forms.map((each) => filled(each, fill))]));

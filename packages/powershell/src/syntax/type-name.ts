/** The name of a type as a script writes it: `int`, `string[]`, `Dictionary[string,int]`, `Ns.Type, Assembly`. */
export type TypeName =
  | {
      readonly kind: 'simple';
      readonly name: string;
      readonly assembly?: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'array';
      readonly element: TypeName;
      readonly rank: number;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'generic';
      readonly definition: TypeName;
      readonly arguments: readonly TypeName[];
      readonly start: number;
      readonly end: number;
    };

export const isVoidType = (typeName: TypeName): boolean => /^(?:system\.)?void$/i.test(fullTypeName(typeName));

/** The name in full, as the original's TypeName.FullName prints it. */
export function fullTypeName(typeName: TypeName): string {
  switch (typeName.kind) {
    case 'simple':
      return typeName.assembly === undefined ? typeName.name : `${typeName.name},${typeName.assembly}`;
    case 'array':
      return `${fullTypeName(typeName.element)}[${','.repeat(typeName.rank - 1)}]`;
    case 'generic':
      return genericName(typeName.definition, typeName.arguments.map(fullTypeName).join(','));
  }
}

/** The assembly stands behind the arguments. */
function genericName(definition: TypeName, typeArguments: string): string {
  if (definition.kind !== 'simple' || definition.assembly === undefined)
    return `${fullTypeName(definition)}[${typeArguments}]`;
  return `${definition.name}[${typeArguments}],${definition.assembly}`;
}

import type { Frame } from '../engine/frame.ts';
import { convertTo } from '../conversions/convert.ts';
import { coreTypes } from '../types/type-registry.ts';
import type { DotNetType } from '../types/define-type.ts';
import { isNumeric, toNumber } from '../values/number-types.ts';
import { runBody } from './call-method.ts';
import type { EnumCode, TypeCode } from './class-code.ts';
import { ClassBuilder } from './class-type.ts';

/** Makes the types of a script known to its session: all names first, as they may refer to each other. */
export function defineTypes({ session, scope }: Frame, codes: readonly TypeCode[]): void {
  const home = { session, scope };
  const enums = codes.filter((code) => code.kind === 'enum');
  for (const code of enums) session.types.add(enumOf(code, home));
  const builders = codes.flatMap((code) => (code.kind === 'class' ? [new ClassBuilder(code, home)] : []));
  for (const { type } of builders) session.types.add(type);
  for (const builder of builders) builder.inherit();
  for (const builder of inOrder(builders)) builder.build();
}

/** Bases before those that inherit from them. */
function inOrder(builders: readonly ClassBuilder[]): ClassBuilder[] {
  const depth = ({ type }: ClassBuilder): number => {
    let steps = 0;
    for (let base: DotNetType | undefined = type.baseType; base; base = base.baseType) steps++;
    return steps;
  };
  return builders.toSorted((a, b) => depth(a) - depth(b));
}

function enumOf({ name, underlying, isFlags, members }: EnumCode, home: Parameters<typeof runBody>[0]): DotNetType {
  const base = underlying ? home.session.types.resolve(underlying) : undefined;
  const enumeration: Record<string, number> = {};
  let next = 0;
  for (const member of members) {
    if (member.value) {
      const given = runBody(home, { name: member.name, body: member.value, parameters: [], args: [] });
      const value = convertTo(given, base ?? coreTypes.find('System.Int32')!);
      next = isNumeric(value) ? toNumber(value) : 0;
    }
    enumeration[member.name] = next++;
  }
  return {
    name,
    base: 'System.Enum',
    valueType: true,
    flags: isFlags,
    enumeration,
    underlying: base?.name ?? 'System.Int32',
  };
}

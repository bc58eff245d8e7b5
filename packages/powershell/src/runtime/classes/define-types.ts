import { convertAs } from '../conversions/convert.ts';
import type { Frame } from '../engine/frame.ts';
import type { Session } from '../engine/session.ts';
import type { DotNetType } from '../types/define-type.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { coreTypes } from '../types/type-registry.ts';
import { EnumValue } from '../values/enum-value.ts';
import { isNumeric, toNumber } from '../values/number-types.ts';
import { type ClassHome, runBody } from './call-method.ts';
import type { EnumCode, TypeCode } from './class-code.ts';
import { checkMembers } from './check-members.ts';
import { refuseIn } from './type-error.ts';
import { ClassBuilder } from './class-type.ts';

const made = new WeakMap<Session, Map<TypeCode, DotNetType>>();

/** Makes the types of a script block known to its session; they are the same whenever the block runs again. */
export function defineTypes({ session, scope }: Frame, codes: readonly TypeCode[]): void {
  const known = made.get(session) ?? new Map<TypeCode, DotNetType>();
  made.set(session, known);
  const fresh = codes.filter((code) => !known.has(code));
  if (fresh.length > 0) for (const [code, type] of build(fresh, { session, scope })) known.set(code, type);
  for (const code of codes) session.types.add(known.get(code)!);
}

/** All names first, as types may refer to each other. */
function build(codes: readonly TypeCode[], home: ClassHome): Map<TypeCode, DotNetType> {
  const { types } = home.session;
  for (const { ast, source } of codes) checkMembers(ast, refuseIn(source));
  const enums = codes.flatMap((code) => (code.kind === 'enum' ? [[code, enumShell(code, home)] as const] : []));
  const classes = codes.flatMap((code) =>
    code.kind === 'class' ? [[code, new ClassBuilder(code, home)] as const] : [],
  );
  for (const [, type] of enums) types.add(type);
  const filled = new Set<EnumCode>();
  for (const [code] of enums) fillEnum(code, { enums, filled, home });
  const builders = classes.map(([, builder]) => builder);
  for (const builder of builders) {
    builder.inherit();
    types.add(builder.type);
  }
  for (const builder of basesFirst(builders)) builder.build();
  return new Map<TypeCode, DotNetType>([...enums, ...classes.map(([code, { type }]) => [code, type] as const)]);
}

function basesFirst(builders: readonly ClassBuilder[]): ClassBuilder[] {
  const depth = ({ type }: ClassBuilder): number => {
    let steps = 0;
    for (let base: DotNetType | undefined = type.baseType; base; base = base.baseType) steps++;
    return steps;
  };
  return builders.toSorted((a, b) => depth(a) - depth(b));
}

type EnumShell = DotNetType & { readonly enumeration: Record<string, number> };

function enumShell({ name, underlying, isFlags }: EnumCode, { session }: ClassHome): EnumShell {
  const base = underlying && session.types.resolve(underlying)?.name;
  return {
    name,
    base: 'System.Enum',
    valueType: true,
    flags: isFlags,
    enumeration: {},
    underlying: base ?? 'System.Int32',
  };
}

interface EnumPlace {
  readonly enums: readonly (readonly [EnumCode, EnumShell])[];
  readonly filled: Set<EnumCode>;
  readonly home: ClassHome;
}

/** Gives an enumeration its values; those of others that they are made of come before. */
function fillEnum(code: EnumCode, place: EnumPlace): void {
  const { enums, filled, home } = place;
  if (filled.has(code)) return;
  filled.add(code);
  checkCycle(
    code,
    enums.map(([each]) => each),
  );
  for (const [other] of enums) if (other !== code && dependsOn(code, other)) fillEnum(other, place);
  const type = enums.find(([each]) => each === code)![1];
  const number = coreTypes.find(type.underlying!)!;
  let next = 0;
  for (const { name, value } of code.members) {
    const written = value && runBody(home, { name, body: value, parameters: [], args: [] });
    type.enumeration[name] = inRange(written ?? next, { code, name, number });
    next = type.enumeration[name] + 1;
  }
}

interface EnumeratorPlace {
  readonly code: EnumCode;
  readonly name: string;
  readonly number: DotNetType;
}

/** A value as one of the enumeration's numbers. */
function inRange(value: unknown, { code, name, number }: EnumeratorPlace): number {
  const plain = value instanceof EnumValue ? value.value : value;
  const converted = convertAs(plain, number);
  if (converted !== null) return numberOf(converted);
  const member = code.ast.members.find((each) => each.name === name)!;
  const place = (member.type === 'PropertyMember' && member.initialValue) || member;
  return refuseIn(code.source)('EnumeratorValueOutOfBounds', place, displayTypeName(number.name));
}

const dependsOn = ({ members }: EnumCode, { name }: EnumCode): boolean =>
  members.some(({ value }) => mentions(value?.text, name));

function checkCycle(code: EnumCode, enums: readonly EnumCode[]): void {
  const seen = new Set<EnumCode>();
  const visit = (each: EnumCode): boolean =>
    enums.some((other) => {
      if (other === each || !dependsOn(each, other)) return false;
      if (other === code) return true;
      if (seen.has(other)) return false;
      seen.add(other);
      return visit(other);
    });
  if (visit(code)) refuseIn(code.source)('CycleInEnumInitializers', code.ast);
}

const mentions = (text: string | undefined, name: string): boolean =>
  text !== undefined && text.toLowerCase().includes(`[${name.toLowerCase()}]`);

const numberOf = (value: unknown): number => {
  if (value instanceof EnumValue) return value.value;
  return isNumeric(value) ? toNumber(value) : 0;
};

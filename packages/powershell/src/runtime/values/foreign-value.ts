import { classState } from './class-instance.ts';

/** What the language has to know of a class that stands for a .NET type and knows nothing of the language. */
export interface ForeignTraits<T> {
  readonly typeName: string;
  readonly text: (value: T) => string;
  readonly format?: (value: T, specifier: string, culture?: string) => string;
  readonly compare?: (left: T, right: T) => number;
  /** What `-eq` asks where it is not the comparison. */
  readonly equals?: (left: T, right: unknown) => boolean;
  /** The type's own operators by .NET's names, `op_Addition` and so on; undefined for operands that it does not take. */
  readonly operator?: (name: string, left: unknown, right: unknown) => unknown;
  /** The elements that a pipeline takes it apart into. */
  readonly elements?: (value: T) => Iterable<unknown>;
  /** Members that the value has besides those of its type, as the elements of an XML document; undefined where there is none. */
  readonly member?: (value: T, name: string) => unknown;
  /** The names of such members. */
  readonly memberNames?: (value: T) => readonly string[];
  /** Sets such a member; false when there is none. */
  readonly setMember?: (value: T, name: string, member: unknown) => boolean;
}

/** A class, whatever its constructor. */
interface Class<T> {
  readonly prototype: T;
}

const traits = new Map<unknown, ForeignTraits<unknown>>();

/** Makes the values of a class known to the language. */
export function defineForeign<T>(type: Class<T>, given: ForeignTraits<T>): void {
  traits.set(type, given as unknown as ForeignTraits<unknown>);
}

/** The traits of a value's class, if it was made known. */
export const foreignTraits = (value: object): ForeignTraits<unknown> | undefined =>
  classState(value)?.traits ?? traits.get(value.constructor);

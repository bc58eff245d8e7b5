import { knownTypes } from '../values/running-session.ts';
import type { DotNetType, Indexer, Overload, Property } from '../types/define-type.ts';

interface NameIndex {
  readonly properties: Map<string, Property>;
  readonly methods: Map<string, readonly Overload[]>;
  readonly statics: Map<string, Property>;
  readonly staticMethods: Map<string, readonly Overload[]>;
  readonly indexer: Indexer | undefined;
}

const indexes = new WeakMap<DotNetType, NameIndex>();

/** A type's members by lower-case name, those of its bases included. */
export function membersOfType(type: DotNetType): NameIndex {
  const known = indexes.get(type);
  if (known) return known;
  const base = knownTypes().baseOf(type);
  const inherited = base && membersOfType(base);
  const index = {
    properties: collect(inherited?.properties, type.properties),
    methods: collect(inherited?.methods, type.methods),
    statics: collect(inherited?.statics, type.statics),
    staticMethods: collect(inherited?.staticMethods, type.staticMethods),
    indexer: type.indexer ?? inherited?.indexer,
  };
  indexes.set(type, index);
  return index;
}

function collect<T>(inherited: Map<string, T> | undefined, own: Readonly<Record<string, T>> = {}): Map<string, T> {
  const all = new Map(inherited);
  for (const [name, member] of Object.entries(own)) all.set(name.toLowerCase(), member);
  return all;
}

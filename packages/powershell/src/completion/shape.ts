import { type DotNetType, fullName, type Overload, type Property } from '../runtime/types/define-type.ts';
import { allMembers, membersInOrder } from '../runtime/members/all-members.ts';
import { formsOfMethod } from '../runtime/members/method-forms.ts';
import { shortTypeName } from '../runtime/types/display-type-name.ts';
import { listOf } from '../runtime/values/enumerate.ts';
import { knownTypes, runningTypeData } from '../runtime/values/running-session.ts';
import type { CompletionMatch } from './completion.ts';
import { memberMatch } from './member-match.ts';

/** What reading code tells of the objects that it gives: one of them, their type, or the names of their properties. */
export type Shape =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'type'; readonly type: DotNetType }
  | { readonly kind: 'names'; readonly names: readonly string[] };

export const shapeOfValue = (value: unknown): Shape[] =>
  value === undefined || value === null ? [] : [{ kind: 'value', value: listOf(value)?.[0] ?? value }];

/** The shape of a type's instances, where the type is known. */
export function shapeOfType(name: string): Shape[] {
  const type = knownTypes().find(fullName(name));
  return type ? [{ kind: 'type', type }] : [];
}

/** What a property of such objects is. */
export function shapeOfProperty(shape: Shape, name: string): Shape[] {
  if (shape.kind !== 'type') return [];
  const wanted = name.toLowerCase();
  const found = propertiesOf(shape.type).find(([each]) => each.toLowerCase() === wanted)?.[1];
  return found?.type === undefined ? [] : shapeOfType(found.type);
}

/** The members of objects of any of these shapes, each name once. */
export function membersOfShapes(shapes: readonly Shape[]): CompletionMatch[] {
  const found = new Map<string, CompletionMatch>();
  for (const match of shapes.flatMap((shape) => membersOf(shape))) {
    if (!found.has(match.list.toLowerCase())) found.set(match.list.toLowerCase(), match);
  }
  return [...found.values()];
}

function membersOf(shape: Shape): CompletionMatch[] {
  switch (shape.kind) {
    case 'value':
      return allMembers(shape.value).map((info) => memberMatch(info, { withValue: false }));
    case 'names':
      return shape.names.map((name) => propertyMatch(name, 'System.Object'));
    case 'type':
      return membersOfType(shape.type);
  }
}

const propertiesOf = (type: DotNetType) => membersInOrder<Property>(type, ({ properties }) => properties);

function membersOfType(type: DotNetType): CompletionMatch[] {
  const methods = membersInOrder<readonly Overload[]>(type, (each) => each.methods);
  return [
    ...scriptedNames(type).map((name) => propertyMatch(name, 'System.Object')),
    ...propertiesOf(type).map(([name, property]) => propertyMatch(name, property.type ?? 'System.Object', property)),
    ...methods.map(([name]): CompletionMatch => {
      const forms = formsOfMethod(type, { name }) ?? [`${name}()`];
      return { text: `${name}(`, list: name, type: 'Method', tip: forms.join('\r\n') };
    }),
  ];
}

/** What the session's type data adds to a type and its bases. */
function scriptedNames(from: DotNetType): readonly string[] {
  const names: string[] = [];
  for (let type: DotNetType | undefined = from; type; type = knownTypes().baseOf(type)) {
    for (const { name, kind } of runningTypeData()?.get(type.name)?.members ?? []) {
      if (kind !== 'members' && kind !== 'set') names.push(name);
    }
  }
  return names;
}

function propertyMatch(name: string, type: string, access?: Property): CompletionMatch {
  const shown = type === 'System.Object' ? type : shortTypeName(fullName(type));
  const tip = access ? `${shown} ${name} { get; ${access.set ? 'set; ' : ''}}` : `${shown} ${name}`;
  return { text: name, list: name, type: 'Property', tip };
}

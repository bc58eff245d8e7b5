import { allMembers, membersInOrder } from '../runtime/members/all-members.ts';
import { methodDefinitions } from '../runtime/members/member-definition.ts';
import { shortTypeName } from '../runtime/types/display-type-name.ts';
import { typeNameOf } from '../runtime/types/type-of.ts';
import type { Overload, Property } from '../runtime/types/define-type.ts';
import { Dictionary, entriesOf, Hashtable } from '../runtime/values/dictionary.ts';
import { MemberInfo } from '../runtime/values/member-info.ts';
import { toText } from '../runtime/values/to-text.ts';
import { TypeValue } from '../runtime/values/type-value.ts';
import type { MemberExpressionAst } from '../syntax/ast.ts';
import { parse } from '../syntax/parser/parse.ts';
import { pathTo } from './command-at-cursor.ts';
import { byName, type CompletionMatch, type CompletionRequest, type Found, startsWith } from './completion.ts';
import { shapesOf } from './infer-shape.ts';
import { classMembers, type ExpressionInScript, literalKeys } from './inferred-members.ts';
import { memberMatch } from './member-match.ts';
import { safeValue } from './safe-value.ts';
import { membersOfShapes } from './shape.ts';

/** `$value.na` and `[type]::na`, where the value can be told without running anything. */
export function completeMember({ before, session }: CompletionRequest): Found | undefined {
  const [typed, dots, word = ''] = /(\.|::)(\w*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const text = word === '' ? `${before}x` : before;
  const { ast } = parse(text);
  const path = pathTo(ast, text.length);
  const found = path.findLast((node): node is MemberExpressionAst => node.type === 'MemberExpression');
  if (!found || found.isStatic !== (dots === '::')) return undefined;
  const matches = membersOf(found, { session, script: ast, path });
  return { length: word.length, matches: matches.filter(({ list }) => startsWith(list, word)) };
}

/** What reading the script tells; then the value, where it can be had without running anything. */
function membersOf({ expression, isStatic }: MemberExpressionAst, place: ExpressionInScript): CompletionMatch[] {
  const ofClass = classMembers(expression, place, { isStatic });
  if (ofClass) return ofClass.toSorted(byKindAndName);
  const keys = isStatic ? undefined : literalKeys(expression, place);
  if (keys) return [...keys, ...declaredMatches(new Hashtable())].toSorted(byKindAndName);
  const value = safeValue(place.session, expression, place.script);
  if (value === undefined || value === null) {
    return isStatic ? [] : membersOfShapes(shapesOf(expression, place)).toSorted(byKindAndName);
  }
  const members = (isStatic ? staticMatches(value) : instanceMatches(value)).toSorted(byKindAndName);
  return value instanceof Dictionary ? [...members, ...keyMatches(value)] : members;
}

/** The members that a type declares, as they are told where only the type is known. */
const declaredMatches = (value: unknown): CompletionMatch[] =>
  instanceMatches(value).map((match) => ({ ...match, tip: match.tip.replace(/\{(?:get;)(set;)?\}$/, declaredAccess) }));

const declaredAccess = (_all: string, set?: string): string => (set === undefined ? '{ get; }' : '{ get; set; }');

const byKindAndName = (left: CompletionMatch, right: CompletionMatch): number =>
  Number(left.type === 'Method') - Number(right.type === 'Method') || byName(left.list, right.list);

function instanceMatches(value: unknown): CompletionMatch[] {
  return allMembers(value).map((info) => memberMatch(info, { withValue: true }));
}

const keyMatches = (table: Dictionary): CompletionMatch[] =>
  Array.from(entriesOf(table), ({ key }): CompletionMatch => {
    const name = toText(key);
    return { text: /^\w+$/.test(name) ? name : `'${name}'`, list: name, type: 'Property', tip: name };
  });

function staticMatches(value: unknown): CompletionMatch[] {
  if (!(value instanceof TypeValue)) return [];
  const { type } = value;
  const names = Object.keys(type.enumeration ?? {});
  const properties = membersInOrder<Property>(type, ({ statics }) => statics);
  const methods = membersInOrder<readonly Overload[]>(type, ({ staticMethods }) => staticMethods);
  return [
    ...names.map((name): CompletionMatch => ({
      text: name,
      list: name,
      type: 'Property',
      tip: `static ${type.name} ${name} {get;}`,
    })),
    ...properties.map(([name, property]) => staticProperty(name, property)),
    ...methods.map(([name, overloads]) => staticMethod(value, name, overloads)),
  ];
}

function staticProperty(name: string, property: Property): CompletionMatch {
  const type = shortTypeName(property.type ?? typeNameOf(property.get(null)));
  return {
    text: name,
    list: name,
    type: 'Property',
    tip: `static ${type} ${name} {get;${property.set ? 'set;' : ''}}`,
  };
}

function staticMethod(owner: TypeValue, name: string, overloads: readonly Overload[]): CompletionMatch {
  const forms = methodDefinitions(new MemberInfo({ kind: 'typeMethod', name, overloads, isStatic: true }, owner));
  return { text: `${name}(`, list: name, type: 'Method', tip: forms.join('\r\n') };
}

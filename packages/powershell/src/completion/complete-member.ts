import { allMembers, membersInOrder } from '../runtime/members/all-members.ts';
import { memberDefinition, methodDefinitions } from '../runtime/members/member-definition.ts';
import { shortTypeName } from '../runtime/types/display-type-name.ts';
import { typeNameOf } from '../runtime/types/type-of.ts';
import type { Overload, Property } from '../runtime/types/define-type.ts';
import { Dictionary, entriesOf } from '../runtime/values/dictionary.ts';
import { MemberInfo } from '../runtime/values/member-info.ts';
import { toText } from '../runtime/values/to-text.ts';
import { TypeValue } from '../runtime/values/type-value.ts';
import type { MemberExpressionAst } from '../syntax/ast.ts';
import { parse } from '../syntax/parser/parse.ts';
import { pathTo } from './command-at-cursor.ts';
import { byName, type CompletionMatch, type CompletionRequest, type Found, startsWith } from './completion.ts';
import { safeValue } from './safe-value.ts';

/** `$value.na` and `[type]::na`, where the value can be told without running anything. */
export function completeMember({ before, session }: CompletionRequest): Found | undefined {
  const [typed, dots, word = ''] = /(\.|::)(\w*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const text = word === '' ? `${before}x` : before;
  const { ast } = parse(text);
  const found = pathTo(ast, text.length).findLast(
    (node): node is MemberExpressionAst => node.type === 'MemberExpression',
  );
  if (!found || found.isStatic !== (dots === '::')) return undefined;
  const value = safeValue(session, found.expression, ast);
  if (value === undefined || value === null) return { length: word.length, matches: [] };
  const members = found.isStatic ? staticMatches(value) : instanceMatches(value);
  const fitting = (matches: readonly CompletionMatch[]): CompletionMatch[] =>
    matches.filter(({ list }) => startsWith(list, word));
  const keys = value instanceof Dictionary ? fitting(keyMatches(value)) : [];
  return { length: word.length, matches: [...fitting(members).toSorted(byKindAndName), ...keys] };
}

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

/** A member as a match; a note's tip can show its value. */
export function memberMatch(info: MemberInfo, { withValue }: { readonly withValue: boolean }): CompletionMatch {
  const { name, kind } = info.member;
  if (kind === 'typeMethod' || kind === 'method') {
    const forms = kind === 'typeMethod' ? methodDefinitions(info).join('\r\n') : memberDefinition(info);
    return { text: `${name}(`, list: name, type: 'Method', tip: forms };
  }
  const definition = memberDefinition(info);
  return { text: name, list: name, type: 'Property', tip: withValue ? definition : definition.replace(/=.*$/s, '') };
}

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
  const forms = methodDefinitions(new MemberInfo({ kind: 'typeMethod', name, overloads }, owner));
  return { text: `${name}(`, list: name, type: 'Method', tip: forms.map((form) => `static ${form}`).join('\r\n') };
}

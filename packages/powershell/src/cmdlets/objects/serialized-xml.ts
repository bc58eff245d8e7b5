import type { FormatSource } from '../../format/format-source.ts';
import { typeNameOf } from '../../runtime/types/type-of.ts';
import { Dictionary, entriesOf } from '../../runtime/values/dictionary.ts';
import { elementsOf } from '../../runtime/values/enumerate.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { Char, isNumeric } from '../../runtime/values/number-types.ts';
import { displayTypeName } from '../../runtime/types/display-type-name.ts';
import { plainText } from '../../runtime/values/to-text.ts';

/** An element as ConvertTo-Xml makes it: with text or with elements in it, or with neither. */
export interface XmlItem {
  readonly tag: 'Object' | 'Objects' | 'Property';
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlItem[] | undefined;
}

export interface XmlItemOptions {
  readonly source: FormatSource;
  readonly withTypes: boolean;
}

interface Place {
  readonly tag: 'Object' | 'Property';
  readonly name?: string;
  /** Levels below this one that are still opened. */
  readonly depth: number;
}

/** An object as elements: properties down to a depth, texts below it; lists are opened at any depth. Source: CustomInternalSerializer. */
export function xmlItem(value: unknown, { tag, name, depth }: Place, options: XmlItemOptions): XmlItem {
  const isNull = value === null || value === undefined;
  const type = options.withTypes && !isNull ? { Type: displayTypeName(typeNameOf(value)) } : {};
  return {
    tag,
    attributes: { ...(name === undefined ? {} : { Name: name }), ...type },
    content: isNull ? undefined : contentOf(value, depth, options),
  };
}

function contentOf(value: unknown, depth: number, options: XmlItemOptions): XmlItem['content'] {
  if (isPlain(value)) return plainText(value);
  const inside = (child: unknown, place: Partial<Place> = {}): XmlItem =>
    xmlItem(child, { tag: 'Property', depth, ...place }, options);
  if (value instanceof Dictionary) {
    return entriesOf(value).flatMap(({ key, value: of }) => [
      inside(key, { name: 'Key' }),
      inside(of, { name: 'Value' }),
    ]);
  }
  const elements = elementsOf(value);
  if (elements) return Array.from(elements, (element) => inside(element));
  const { source } = options;
  const names = source.properties(value);
  if (depth === 0) return value instanceof CustomObject ? notesAsText(value, names, options) : plainText(value);
  if (names.length === 0) return plainText(value);
  return names.map((name) => inside(source.get(value, name)?.value, { name, depth: depth - 1 }));
}

/** A script's object that is not opened: its text, and each of its notes. Source: WritePrimitiveTypePSObjectWithNotes. */
function notesAsText(value: CustomObject, names: readonly string[], { source, withTypes }: XmlItemOptions): XmlItem[] {
  const property = (name: string | undefined, type: string, content: string): XmlItem => {
    const attributes = { ...(name === undefined ? {} : { Name: name }), ...(withTypes ? { Type: type } : {}) };
    return { tag: 'Property', attributes, content };
  };
  return [
    property(undefined, 'System.String', plainText(value)),
    ...names.map((name) =>
      property(name, 'System.Management.Automation.PSNoteProperty', plainText(source.get(value, name)?.value)),
    ),
  ];
}

const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' || isNumeric(value) || value instanceof Char || value instanceof EnumValue || isLeaf(value);

/** Types of .NET that are written as one text. */
const leaves = new Set(
  ['DateTime', 'TimeSpan', 'Guid', 'Uri', 'Version', 'DateTimeOffset'].map((name) => `System.${name}`),
);

const isLeaf = (value: unknown): boolean => leaves.has(typeNameOf(value));

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replaceAll(/[&<>]/g, (mark) => marks[mark]!);

const startOf = ({ tag, attributes }: XmlItem): string =>
  tag +
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value.replaceAll(/[&<>"]/g, (mark) => marks[mark]!)}"`)
    .join('');

/** Elements without a blank between them. */
export function compactXml(item: XmlItem): string {
  const { content, tag } = item;
  if (content === undefined || content.length === 0) return `<${startOf(item)} />`;
  const inner = typeof content === 'string' ? escapeText(content) : content.map(compactXml).join('');
  return `<${startOf(item)}>${inner}</${tag}>`;
}

/** Each element on a line of its own, two blanks further in than the one around it. */
export function indentedXml(item: XmlItem, indent = ''): string {
  const { content, tag } = item;
  if (content === undefined || typeof content === 'string' || content.length === 0) return indent + compactXml(item);
  const inner = content.map((child) => indentedXml(child, `${indent}  `));
  return [`${indent}<${startOf(item)}>`, ...inner, `${indent}</${tag}>`].join('\n');
}

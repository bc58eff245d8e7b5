import { type FormatNode, lineEnd } from '../format-node.ts';
import type { FormatSource } from '../format-source.ts';
import type { CustomView } from '../view.ts';

const marked = '#PSExtendedError';

/** All that is known of an error, exceptions and records within it too. Source: ViewsOf_System_Management_Automation_GetError. */
export const errorDetailView: CustomView = {
  shape: 'custom',
  name: 'GetErrorInstance',
  types: [`System.Management.Automation.ErrorRecord${marked}`, `System.Exception${marked}`],
  groupBy: { expression: { property: 'PSErrorIndex' }, label: 'ErrorIndex' },
  render: (value, source) => linesToNodes(describe(value, source, { indent: 0, depth: 1 })),
};

const maximumDepth = 10;
const ellipsis = '…';

interface Level {
  readonly indent: number;
  readonly depth: number;
}

interface Part {
  readonly name: string;
  readonly value: unknown;
}

function linesToNodes(lines: readonly string[]): readonly FormatNode[] {
  return lines.flatMap((line, index): FormatNode[] => (index === 0 ? [line] : [lineEnd, line]));
}

function describe(value: unknown, source: FormatSource, level: Level): readonly string[] {
  const parts = partsOf(value, source);
  const width = Math.max(0, ...parts.map(({ name }) => name.length));
  const prefix = ' '.repeat(level.indent);
  return parts.flatMap((part) => {
    const label = `${prefix}${part.name.padEnd(width)} : `;
    const nested = nestedLines(part, source, level);
    return nested ? [label + (nested.first ?? ''), ...nested.lines] : textLines(part, source, label);
  });
}

/** What is neither empty nor the place in `$Error`. */
function partsOf(value: unknown, source: FormatSource): readonly Part[] {
  const names = source.properties(value).filter((name) => name !== 'PSErrorIndex');
  const own = names.map((name) => ({ name, value: source.get(value, name)?.value ?? null }));
  const type = isException(value, source)
    ? [{ name: 'Type', value: source.typeNames(value)[0]!.replace(marked, '') }]
    : [];
  return [...type, ...own].filter((part) => isTold(part.value, source));
}

function isTold(value: unknown, source: FormatSource): boolean {
  if (value === null || value === undefined || value === '' || value === 0 || value === false) return false;
  const elements = typeof value === 'object' ? source.elements(value) : undefined;
  return elements === undefined || [...elements].length > 0;
}

const isException = (value: unknown, source: FormatSource): boolean => hasType(value, source, 'System.Exception');

const hasType = (value: unknown, source: FormatSource, name: string): boolean =>
  source.typeNames(value).some((each) => each.replace(marked, '') === name);

const expanded = [
  'System.Exception',
  'System.Management.Automation.ErrorRecord',
  'System.Management.Automation.InvocationInfo',
];

interface Nested {
  /** Stands behind the label. */
  readonly first?: string;
  readonly lines: readonly string[];
}

/** Objects that are described in their turn, and lists, line by line; undefined for what is told as text. */
function nestedLines({ name, value }: Part, source: FormatSource, { indent, depth }: Level): Nested | undefined {
  const inner = { indent: indent + 4, depth: depth + 1 };
  if (typeof value !== 'object') return undefined;
  if (name === 'StackTrace') return { lines: [source.text(value)] };
  const isExpanded = expanded.some((type) => hasType(value, source, type));
  const elements = isExpanded ? undefined : source.elements(value);
  if (!isExpanded && !elements) return undefined;
  if (depth >= maximumDepth) return { first: ellipsis, lines: [] };
  if (isExpanded) return { lines: describe(value, source, inner) };
  const blank = ' '.repeat(indent + inner.indent + 2);
  const lines = Array.from(elements!, (each) =>
    typeof each === 'object' && each !== null ? describe(each, source, inner) : [blank + source.text(each)],
  );
  return { lines: lines.flat() };
}

function textLines({ value }: Part, source: FormatSource, label: string): readonly string[] {
  const [first = '', ...others] = source.text(value).split('\n');
  if (others.length === 0) return [label + first];
  const blank = ' '.repeat(label.length);
  return [label + first.trim(), ...others.map((line) => blank + line.trim())];
}

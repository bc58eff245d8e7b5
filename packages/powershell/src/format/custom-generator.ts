import { displayValue } from './display-text.ts';
import { type ResolvedColumn, evaluate } from './expression.ts';
import { type FormatNode, lineEnd } from './format-node.ts';
import { isScalar } from './format-source.ts';
import { selectColumns } from './selected-columns.ts';
import { startPacket } from './start-packet.ts';
import { ellipsis } from './table-writer.ts';
import type { GeneratorOptions, ViewLayout } from './view-layout.ts';
import type { CustomView } from './view.ts';

/** How deep Format-Custom looks when nobody says otherwise. */
const defaultDepth = 5;
const indentation = 2;

export function customFromView(view: CustomView, { source }: GeneratorOptions): ViewLayout {
  return {
    start: () => startPacket('custom'),
    entry: (value) => ({ type: 'nodes', nodes: view.render(value, source) }),
  };
}

/** An object as `class Name { property = value }`, to a depth. Source: ComplexViewObjectBrowser. */
export function customFromProperties(options: GeneratorOptions): ViewLayout {
  const browser = new ObjectBrowser(options);
  return { start: () => startPacket('custom'), entry: (value) => ({ type: 'nodes', nodes: browser.show(value) }) };
}

interface Level {
  readonly level: number;
  readonly maximum: number;
}

class ObjectBrowser {
  readonly #options: GeneratorOptions;

  constructor(options: GeneratorOptions) {
    this.#options = options;
  }

  show(value: unknown): FormatNode[] {
    const { source, request } = this.#options;
    const top = { level: 0, maximum: request.depth ?? defaultDepth };
    if (isScalar(source.typeNames(value))) return this.#leaf(value);
    const elements = source.elements(value);
    if (elements) return this.#elements(elements, top);
    return this.#object(value, selectColumns(value, { ...this.#options, keepMissing: false }), top);
  }

  #object(value: unknown, columns: readonly ResolvedColumn[], level: Level): FormatNode[] {
    const name = this.#options.source.typeNames(value)[0] ?? 'PSObject';
    const properties = columns.flatMap((column) => this.#property(value, column, level));
    const heading = `class ${name.slice(name.lastIndexOf('.') + 1)}`;
    return [heading, lineEnd, '{', lineEnd, indented(properties), '}', lineEnd];
  }

  #property(owner: unknown, { depth, expression, name }: ResolvedColumn, level: Level): FormatNode[] {
    const value = evaluate(expression, owner, this.#options.source)?.value ?? null;
    const own = depth === undefined ? level : { ...level, maximum: depth };
    return [`${name} = `, ...this.#value(value, own)];
  }

  #value(value: unknown, level: Level): FormatNode[] {
    if (value === null) return this.#leaf(value);
    const { source } = this.#options;
    const elements = source.elements(value);
    if (elements) return [lineEnd, indented(this.#elements(elements, next(level)))];
    if (this.#isLeaf(value, level)) return this.#leaf(value);
    return [lineEnd, indented(this.#object(value, this.#columnsOf(value), next(level)))];
  }

  #elements(elements: Iterable<unknown>, level: Level): FormatNode[] {
    const nodes: FormatNode[] = [];
    let count = 0;
    for (const element of elements) {
      if (count++ === this.#options.enumerationLimit) {
        nodes.push(ellipsis, lineEnd);
        break;
      }
      nodes.push(...this.#element(element, level));
    }
    return ['[', lineEnd, indented(nodes), ']', lineEnd, lineEnd];
  }

  #element(element: unknown, level: Level): FormatNode[] {
    if (this.#isLeaf(element, level)) return this.#leaf(element);
    const inner = this.#options.source.elements(element);
    if (inner) return [lineEnd, indented(this.#elements(inner, next(level)))];
    return this.#object(element, this.#columnsOf(element), next(level));
  }

  #columnsOf(value: unknown): ResolvedColumn[] {
    return selectColumns(value, { ...this.#options, request: {}, keepMissing: false });
  }

  #isLeaf(value: unknown, { level, maximum }: Level): boolean {
    return level >= maximum || value === null || value === undefined || isScalar(this.#options.source.typeNames(value));
  }

  #leaf(value: unknown): FormatNode[] {
    return [displayValue(value, this.#options), lineEnd];
  }
}

function next({ level, maximum }: Level): Level {
  return { level: level + 1, maximum };
}

function indented(nodes: readonly FormatNode[]): FormatNode {
  return { left: indentation, nodes };
}

import { displayValue } from './display-text.ts';
import { type Expression, evaluate, resolveNames } from './expression.ts';
import type { FormatNode } from './format-node.ts';
import type { EntryBody, FormatPacket, GroupStartPacket } from './format-packet.ts';
import type { FormatContext, FormatRequest } from './format-request.ts';
import { type FormatSource, isRemotingProperty, isScalar } from './format-source.ts';
import { chooseGenerator, generatorOfProperties, generatorOfView, groupLabel } from './choose-generator.ts';
import type { ViewGenerator } from './view-layout.ts';
import type { ViewGroup } from './view.ts';

export interface FormatterOptions extends FormatContext {
  readonly request: FormatRequest;
  write(packet: FormatPacket): void;
}

/**
 * Turns a stream of values into packets: one document per formatter, begun by the first value that is no scalar; what does not fit it goes
 * out of band. Source: InnerFormatShapeCommand.
 */
export class Formatter {
  readonly #options: FormatterOptions;
  #generator: ViewGenerator | undefined;
  #key: { readonly value: unknown } | undefined;
  #inGroup = false;

  constructor(options: FormatterOptions) {
    this.#options = options;
  }

  /** Takes the next value of the stream; a collection is taken apart, one level deep. */
  add(value: unknown): void {
    if (value === null || value === undefined) return;
    const elements = this.#options.source.elements(value);
    const { expand = 'enumOnly' } = this.#options.request;
    if (!elements || expand === 'coreOnly') return this.#addOne(value);
    const all = [...elements];
    if (expand === 'both') this.#announce(value, all.length);
    for (const element of all) this.#addOne(element);
  }

  /** Ends the document. */
  end(): void {
    if (this.#inGroup) this.#options.write({ kind: 'groupEnd' });
    if (this.#generator) this.#options.write({ kind: 'end' });
    this.#inGroup = false;
    this.#generator = undefined;
    this.#key = undefined;
  }

  #addOne(value: unknown): void {
    if (this.#writeOutOfBand(value, { force: false })) return;
    const generator = (this.#generator ??= this.#begin(value));
    if (!generator.fits(this.#options.source.typeNames(value)) && this.#writeOutOfBand(value, { force: true })) return;
    this.#enterGroup(value, generator);
    this.#options.write({ kind: 'entry', outOfBand: false, body: generator.entry(value) });
  }

  #begin(first: unknown): ViewGenerator {
    const generator = chooseGenerator(first, this.#options);
    this.#options.write(generator.start());
    return generator;
  }

  #enterGroup(value: unknown, generator: ViewGenerator): void {
    const change = this.#changesGroup(value, generator.groupBy);
    if (this.#inGroup && !change) return;
    if (this.#inGroup) {
      this.#writeApart({ type: 'nodes', nodes: [] });
      this.#options.write({ kind: 'groupEnd' });
    }
    this.#options.write(this.#groupStart(value, generator.groupBy));
    this.#inGroup = true;
  }

  #changesGroup(value: unknown, group: ViewGroup | undefined): boolean {
    const resolved = group && this.#groupExpression(value, group);
    const key = resolved && evaluate(resolved, value, this.#options.source);
    if (!key) return false;
    const before = this.#key;
    this.#key = key;
    return !before || !this.#options.source.sameKey(before.value, key.value);
  }

  #groupExpression(value: unknown, { expression }: ViewGroup): Expression | undefined {
    return resolveNames(expression, value, this.#options.source)[0];
  }

  #groupStart(value: unknown, group: ViewGroup | undefined): GroupStartPacket {
    if (!group || !this.#key) return { kind: 'groupStart' };
    return {
      kind: 'groupStart',
      heading: group.heading?.(value, this.#options.source) ?? this.#keyHeading(value, group),
    };
  }

  #keyHeading(value: unknown, group: ViewGroup): FormatNode[] {
    const label = groupLabel(group, this.#groupExpression(value, group) ?? group.expression);
    return [`   ${label}: `, displayValue(this.#key?.value, this.#options)];
  }

  /** Writes scalars, values of an out-of-band view and, where it must, objects that do not fit. */
  #writeOutOfBand(value: unknown, { force }: { readonly force: boolean }): boolean {
    const { request } = this.#options;
    if (request.force && request.shape !== undefined && value !== null && value !== undefined) return false;
    const body = this.#outOfBandBody(value, force);
    if (body) this.#writeApart(body);
    return body !== undefined;
  }

  #outOfBandBody(value: unknown, force: boolean): EntryBody | undefined {
    const { source, views } = this.#options;
    if (value === null || value === undefined) return { type: 'text', text: '' };
    const typeNames = source.typeNames(value);
    const view = views.findOutOfBand(typeNames);
    if (view) return generatorOfView(view, value, { ...this.#options, request: {} }).entry(value);
    if (isScalar(typeNames) || !showsProperties(value, source)) return { type: 'text', text: source.text(value) };
    return force
      ? generatorOfProperties(value, { ...this.#options, request: { shape: 'list' } }).entry(value)
      : undefined;
  }

  #writeApart(body: EntryBody): void {
    this.#options.write({ kind: 'entry', outOfBand: true, body });
  }

  /** `-Expand Both`: the collection by itself, before its elements. */
  #announce(collection: unknown, count: number): void {
    this.#writeApart({ type: 'text', text: 'The following object supports IEnumerable:' });
    this.#writeOutOfBand(collection, { force: true });
    this.#writeApart({ type: 'text', text: countText(count) });
  }
}

const showsProperties = (value: unknown, source: FormatSource): boolean =>
  source.hasProperties?.(value) ?? source.properties(value).some((name) => !isRemotingProperty(name));

function countText(count: number): string {
  if (count === 0) return 'The IEnumerable contains no objects.';
  return count === 1
    ? 'The IEnumerable contains the following object:'
    : `The IEnumerable contains the following ${count} objects:`;
}

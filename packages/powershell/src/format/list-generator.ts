import { displayField } from './display-text.ts';
import { expressionName } from './expression.ts';
import type { ListField } from './list-writer.ts';
import { selectColumns } from './selected-columns.ts';
import { startPacket } from './start-packet.ts';
import type { GeneratorOptions, ViewLayout } from './view-layout.ts';
import type { ListView } from './view.ts';

/** A list by the properties of each object. */
export function listFromProperties(options: GeneratorOptions): ViewLayout {
  const fields = (value: unknown): ListField[] =>
    selectColumns(value, { ...options, keepMissing: false }).map(({ expression, formatString, label, name }) => ({
      label: label ?? name,
      value: displayField(value, expression, { ...options, formatString }),
    }));
  return { start: () => startPacket('list'), entry: (value) => ({ type: 'fields', fields: fields(value) }) };
}

/** A list as a view describes it. */
export function listFromView(view: ListView, options: GeneratorOptions): ViewLayout {
  const fields = (value: unknown): ListField[] =>
    view.items
      .filter(({ condition }) => condition?.(value, options.source) ?? true)
      .map(({ expression, formatString, label }) => ({
        label: label ?? expressionName(expression),
        value: displayField(value, expression, { ...options, formatString }),
      }));
  return { start: () => startPacket('list'), entry: (value) => ({ type: 'fields', fields: fields(value) }) };
}

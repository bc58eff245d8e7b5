import { displayField } from './display-text.ts';
import { type ResolvedColumn, evaluate, expressionName } from './expression.ts';
import { isScalar } from './format-source.ts';
import { selectColumns } from './selected-columns.ts';
import { startPacket } from './start-packet.ts';
import type { Alignment, TableColumn } from './table-writer.ts';
import type { GeneratorOptions, ViewLayout } from './view-layout.ts';
import type { TableView, ViewColumn } from './view.ts';

/** A table of an object that names no columns has at most these. Source: LimitAssociationListSize. */
const maximumDefaultColumns = 10;

/** A table by the properties of its first object. */
export function tableFromProperties(first: unknown, options: GeneratorOptions): ViewLayout {
  const { request } = options;
  const columns = firstColumns(first, options);
  const fields = columns.map(({ expression, formatString }) => ({
    expression,
    options: { ...options, formatString, roundFractions: formatString === undefined },
  }));
  return {
    start: () =>
      startPacket('table', {
        autoSize: request.autoSize ?? false,
        hideHeader: request.hideHeaders ?? false,
        repeatHeader: request.repeatHeader ?? false,
        columns: columns.map((column) => columnOfProperty(column, first, options)),
      }),
    entry: (value) => ({
      type: 'row',
      wrap: request.wrap ?? false,
      cells: fields.map((field) => displayField(value, field.expression, field.options)),
    }),
  };
}

function firstColumns(first: unknown, options: GeneratorOptions): ResolvedColumn[] {
  const columns = selectColumns(first, { ...options, keepMissing: true });
  const { request, source } = options;
  const named = Boolean(request.columns?.length) || Boolean(source.defaultProperties(first)?.length);
  return named ? columns : columns.slice(0, maximumDefaultColumns);
}

function columnOfProperty(column: ResolvedColumn, first: unknown, { source }: GeneratorOptions): TableColumn {
  return {
    label: column.label ?? column.name,
    width: column.width ?? 0,
    alignment: column.alignment ?? alignmentOf(evaluate(column.expression, first, source)?.value, source),
    isProperty: true,
  };
}

/** Numbers, booleans and the like stand on the right, as the first object has them. */
function alignmentOf(value: unknown, source: GeneratorOptions['source']): Alignment {
  if (value === null || value === undefined) return 'left';
  const typeNames = source.typeNames(value);
  return typeNames[0] !== 'System.String' && isScalar(typeNames) ? 'right' : 'left';
}

/** A table as a view describes it. */
export function tableFromView(view: TableView, first: unknown, options: GeneratorOptions): ViewLayout {
  const { request } = options;
  const fields = view.columns.map(({ expression, formatString }) => ({
    expression,
    options: { ...options, formatString },
  }));
  return {
    start: () =>
      startPacket('table', {
        autoSize: request.autoSize ?? view.autoSize ?? false,
        hideHeader: request.hideHeaders ?? view.hideHeader ?? false,
        repeatHeader: request.repeatHeader ?? false,
        columns: view.columns.map((column) => columnOfView(column, first, options)),
      }),
    entry: (value) => ({
      type: 'row',
      wrap: request.wrap ?? view.wrap ?? false,
      cells: fields.map((field) => displayField(value, field.expression, field.options)),
    }),
  };
}

/** The heading of a column is set apart where no property of the first object bears it. */
function columnOfView(column: ViewColumn, first: unknown, { source }: GeneratorOptions): TableColumn {
  const { alignment = 'left', expression, label, width = 0 } = column;
  const isProperty = label === undefined || source.get(first, label) !== undefined;
  return { label: label ?? expressionName(expression), width, alignment, isProperty };
}

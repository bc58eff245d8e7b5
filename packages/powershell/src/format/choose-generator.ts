import {
  type ColumnParameter,
  type Expression,
  type ResolvedColumn,
  expandDefaults,
  expressionName,
} from './expression.ts';
import { customFromProperties, customFromView } from './custom-generator.ts';
import type { FormatShape } from './format-packet.ts';
import { formatErrors } from './errors.ts';
import { listFromProperties, listFromView } from './list-generator.ts';
import { tableFromProperties, tableFromView } from './table-generator.ts';
import type { GeneratorOptions, ViewGenerator, ViewLayout } from './view-layout.ts';
import { isFor } from './view-registry.ts';
import type { View, ViewGroup } from './view.ts';
import { wideFromProperties, wideFromView } from './wide-generator.ts';

/** More properties than this make a list of an object that no view describes. Source: GetShapeFromPropertyCount. */
const widestDefaultTable = 4;

/** Chooses how a document is laid out by its first object. Source: FormatViewManager. */
export function chooseGenerator(first: unknown, options: GeneratorOptions): ViewGenerator {
  const view = findView(first, options);
  return view ? generatorOfView(view, first, options) : generatorOfProperties(first, options);
}

function findView(first: unknown, { source, views, request }: GeneratorOptions): View | undefined {
  if (request.columns?.length) return undefined;
  const typeNames = source.typeNames(first);
  const { shape, viewName } = request;
  const view = views.find(typeNames, { shape, name: viewName });
  if (view || viewName === undefined || shape === undefined) return view;
  const typeName = typeNames[0] ?? '';
  const known = views.viewsOf(typeName).filter((other) => other.shape === shape);
  throw formatErrors.viewNotFound({ name: viewName, shape, typeName, known: known.map(({ name }) => name) });
}

/** The generator of a view, also for one object out of band. */
export function generatorOfView(view: View, first: unknown, options: GeneratorOptions): ViewGenerator {
  const body = layoutOfView(view, first, options);
  const groupBy = requestedGroup(options.request.groupBy) ?? view.groupBy;
  return { ...body, groupBy, fits: (typeNames) => isFor(view, typeNames) };
}

export function generatorOfProperties(first: unknown, options: GeneratorOptions): ViewGenerator {
  const shape = options.request.shape ?? shapeOf(first, options);
  const layout = layouts[shape](first, options);
  return { ...layout, groupBy: requestedGroup(options.request.groupBy), fits: () => true };
}

const layouts: Record<FormatShape, (first: unknown, options: GeneratorOptions) => ViewLayout> = {
  table: tableFromProperties,
  list: (_first, options) => listFromProperties(options),
  wide: (_first, options) => wideFromProperties(options),
  custom: (_first, options) => customFromProperties(options),
};

function layoutOfView(view: View, first: unknown, options: GeneratorOptions): ViewLayout {
  switch (view.shape) {
    case 'table':
      return tableFromView(view, first, options);
    case 'list':
      return listFromView(view, options);
    case 'wide':
      return wideFromView(view, options);
    case 'custom':
      return customFromView(view, options);
  }
}

function shapeOf(first: unknown, { source }: GeneratorOptions): FormatShape {
  const defaults: readonly ResolvedColumn[] = expandDefaults(first, source);
  const count = defaults.length || source.properties(first).length;
  return count <= widestDefaultTable ? 'table' : 'list';
}

function requestedGroup(parameter: ColumnParameter | undefined): ViewGroup | undefined {
  if (!parameter) return undefined;
  const { expression, label } = parameter;
  return label === undefined ? { expression } : { expression, label };
}

/** The name under which groups of an expression are headed. */
export function groupLabel({ expression, label }: ViewGroup, resolved: Expression): string {
  return label ?? expressionName(resolved ?? expression);
}

import { displayField, nameExpression } from './display-text.ts';
import type { ResolvedColumn } from './expression.ts';
import { selectColumns } from './selected-columns.ts';
import { startPacket } from './start-packet.ts';
import type { GeneratorOptions, ViewLayout } from './view-layout.ts';
import type { WideView } from './view.ts';

/** One property of each object: the one asked for, else its name, else its first. */
export function wideFromProperties(options: GeneratorOptions): ViewLayout {
  const item = (value: unknown): string => {
    const column = itemColumn(value, options);
    return column ? displayField(value, column.expression, { ...options, formatString: column.formatString }) : '';
  };
  return { start: () => start(options), entry: (value) => ({ type: 'item', text: item(value) }) };
}

function itemColumn(
  value: unknown,
  options: GeneratorOptions,
): Pick<ResolvedColumn, 'expression' | 'formatString'> | undefined {
  const name = options.request.columns?.length ? undefined : nameExpression(value, options.source);
  return name ? { expression: name } : selectColumns(value, { ...options, keepMissing: false })[0];
}

export function wideFromView(view: WideView, options: GeneratorOptions): ViewLayout {
  const { expression, formatString } = view.item;
  return {
    start: () => start(options, view),
    entry: (value) => ({ type: 'item', text: displayField(value, expression, { ...options, formatString }) }),
  };
}

function start({ request }: GeneratorOptions, view?: WideView): ReturnType<typeof startPacket> {
  const autoSize = request.autoSize ?? view?.autoSize ?? false;
  return startPacket('wide', { autoSize, perLine: autoSize ? 0 : (request.perLine ?? view?.perLine ?? 0) });
}

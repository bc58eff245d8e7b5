import { scriptError } from '../errors/script-error.ts';
import { formatValue } from '../format/format-value.ts';

const item = /\{\{|\}\}|\{(\d+)\s*(?:,\s*(-?\d+))?\s*(?::((?:[^}]|\}\})*))?\}|[{}]/g;

/** `-f`: .NET's composite format. */
export function formatText(format: string, args: readonly unknown[]): string {
  return format.replaceAll(item, (all, index?: string, width?: string, specifier?: string) => {
    if (all === '{{' || all === '}}') return all.charAt(0);
    if (index === undefined) throw scriptError('FormatError', ['Input string was not in a correct format']);
    if (Number(index) >= args.length) throw outOfList();
    return pad(formatValue(args[Number(index)], specifier ?? ''), Number(width ?? 0));
  });
}

const outOfList = (): Error =>
  scriptError('FormatError', [
    'Index (zero based) must be greater than or equal to zero and less than the size of the argument list.',
  ]);

const pad = (text: string, width: number): string => (width < 0 ? text.padEnd(-width) : text.padStart(width));

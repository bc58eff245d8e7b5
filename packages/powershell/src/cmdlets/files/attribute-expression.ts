import { FileSystemInfo } from '../../providers/file-system/file-info.ts';
import { type Parameters, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';

const attributeBits: Readonly<Record<string, number>> = {
  readonly: 1,
  r: 1,
  hidden: 2,
  h: 2,
  system: 4,
  s: 4,
  directory: 16,
  d: 16,
  archive: 32,
  a: 32,
  normal: 128,
  temporary: 256,
  reparsepoint: 1024,
  l: 1024,
  compressed: 2048,
  offline: 4096,
  encrypted: 16384,
};

/** `Directory,!Hidden+ReadOnly`: commas mean or, plus signs and, exclamation marks not. */
function expressionTest(expression: string): (attributes: number) => boolean {
  const alternatives = expression.split(',').map((each) => each.split('+').map((term) => term.trim().toLowerCase()));
  const holds = (attributes: number, term: string): boolean => {
    const negated = term.startsWith('!');
    const bit = attributeBits[negated ? term.slice(1) : term] ?? 0;
    return ((attributes & bit) !== 0) !== negated;
  };
  return (attributes) => alternatives.some((terms) => terms.every((term) => holds(attributes, term)));
}

const switches = [
  ['Directory', 'directory'],
  ['Hidden', 'hidden'],
  ['ReadOnly', 'readonly'],
  ['System', 'system'],
] as const;

/** Whether an item has what `-Attributes`, `-Directory`, `-File` and the like ask for. */
export function attributeTest(parameters: Parameters): (value: unknown) => boolean {
  const expression = textOf(parameters, 'Attributes');
  const byExpression = expression === undefined ? undefined : expressionTest(expression);
  const required = switches.filter(([name]) => switchOf(parameters, name)).map(([, word]) => attributeBits[word]!);
  const file = switchOf(parameters, 'File');
  if (!byExpression && required.length === 0 && !file) return () => true;
  return (value) => {
    if (!(value instanceof FileSystemInfo)) return true;
    const { attributes } = value;
    if (file && (attributes & 16) !== 0) return false;
    return required.every((bit) => (attributes & bit) !== 0) && (byExpression?.(attributes) ?? true);
  };
}

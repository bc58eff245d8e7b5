import { expect, test } from 'vitest';
import { DotnetError } from '../../dotnet/index.ts';
import { createRunspace } from '../runspace.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import { defineForeign } from '../values/foreign-value.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';

class Size {
  readonly bytes: number;

  constructor(bytes: number) {
    this.bytes = bytes;
  }
}

const read = (text: string): Size => {
  if (!/^\d+ B$/.test(text)) throw new DotnetError('FormatException', `'${text}' is no size.`);
  return new Size(Number.parseInt(text, 10));
};

const text = (size: Size): string => `${size.bytes} B`;

defineForeign(Size, {
  typeName: 'Contoso.Size',
  text,
  compare: (left, right) => left.bytes - right.bytes,
  operator: (name, left, right) =>
    name === 'op_Addition' && left instanceof Size && right instanceof Size
      ? new Size(left.bytes + right.bytes)
      : undefined,
});

const sizeType: DotNetType = {
  name: 'Contoso.Size',
  base: 'Contoso.Figure',
  interfaces: ['System.IComparable'],
  properties: { Bytes: readOnly((size: Size) => size.bytes, 'int') },
  methods: {
    ToString: [overload('', text)],
    Times: [overload('int factor', (size: Size, factor: number) => new Size(size.bytes * factor))],
  },
  constructors: [overload('int bytes', (_type, bytes: number) => new Size(bytes))],
  staticMethods: { Parse: [overload('string text', (_type, given: string) => read(given))] },
};

const figureType: DotNetType = {
  name: 'Contoso.Figure',
  base: 'System.Object',
  properties: { IsFigure: readOnly(() => true, 'bool') },
};

function run(script: string): string {
  const said: string[] = [];
  const host = { write: (each: string) => void said.push(each), writeError: () => undefined, width: 80 };
  const error = (record: ErrorRecord) => void said.push(record.fullId);
  createRunspace({ host, types: [figureType, sizeType] }).invoke(script, { records: { error } });
  return said.join('').trimEnd();
}

test.each([
  ['[Contoso.Size]::new(3).ToString()', '3 B'],
  ["([Contoso.Size]'4 B').Bytes", '4'],
  ["[Contoso.Size]'four'", 'InvalidCastParseTargetInvocation'],
  ["[Contoso.Size]::Parse('four')", 'FormatException'],
  ["[Contoso.Size]'4 B' -gt [Contoso.Size]::new(3)", 'True'],
  ['"$([Contoso.Size]\'4 B\' + [Contoso.Size]::new(3))"', '7 B'],
  ['[Contoso.Size]::new(3) -is [Contoso.Figure]', 'True'],
  ['[Contoso.Size]::new(3).IsFigure', 'True'],
  ['[Contoso.Size]::new(3).Times(4).Bytes', '12'],
  ['[Contoso.Size]::new(3).Times()', 'MethodCountCouldNotFindBest'],
  ['[Contoso.Size]::new(3).GetType().BaseType.FullName', 'Contoso.Figure'],
  ['([Contoso.Size[]](1, 2)).Count', '2'],
  ['function f([Contoso.Size]$Size) { $Size.Bytes }; f 9', '9'],
  ['2, 3, 1 | ForEach-Object { [Contoso.Size]::new($_) } | Sort-Object | ForEach-Object ToString', '1 B\n2 B\n3 B'],
])('%s', (script, expected) => expect(run(script)).toBe(expected));

test('A type of one runspace is unknown to another.', () => {
  const errors: string[] = [];
  const host = { write: () => undefined, writeError: () => undefined, width: 80 };
  const error = (record: ErrorRecord) => void errors.push(record.fullId);
  createRunspace({ host }).invoke('[Contoso.Size]::new(3)', { records: { error } });
  expect(errors).toEqual(['TypeNotFound']);
});

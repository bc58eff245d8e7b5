import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyAst } from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import { parse } from './parse.ts';

const errorIds = (script: string): string[] => parse(script).errors.map(({ id }) => id);

/** The types of the nodes, from the root down, as text. */
function shape(node: AnyAst): string {
  const children = childNodes(node).map(shape);
  return children.length > 0 ? `${node.type}(${children.join(' ')})` : node.type;
}

describe('parse', () => {
  test('reads a script to a tree with offsets', () => {
    const { ast, errors } = parse('if ($a) { Get-Item -Path b }');
    expect(errors).toEqual([]);
    expect(shape(ast)).toMatchInlineSnapshot(
      `"ScriptBlock(NamedBlock(IfStatement(Pipeline(CommandExpression(VariableExpression)) StatementBlock(Pipeline(Command(StringConstantExpression CommandParameter StringConstantExpression))))))"`,
    );
  });

  test.each([
    ['typographic quotes and dashes', 'Get-Item \u2013Path \u201ca b\u201d', 'Get-Item -Path "a b"'],
    ['line ends of Windows', 'if (1)\r\n{\r\n2\r\n}', 'if (1)\n{\n2\n}'],
    ['a backtick before the line end', 'Get-Item `\n  a', 'Get-Item a'],
  ])('%s read as the plain form', (_name, script, plain) => {
    expect(errorIds(script)).toEqual([]);
    expect(shape(parse(script).ast)).toBe(shape(parse(plain).ast));
  });

  test('a mistake has its id, text, place and whether more input may mend it', () => {
    expect(parse('if (1) {').errors).toMatchInlineSnapshot(`
      [
        {
          "end": 8,
          "id": "MissingEndCurlyBrace",
          "incomplete": true,
          "message": "Missing closing '}' in statement block or type definition.",
          "start": 7,
        },
      ]
    `);
  });

  test('modules and assemblies are those that the embedder knows', () => {
    const script = 'using module Known\nusing assembly Other.dll\n';
    expect(errorIds(script)).toEqual(['ModuleNotFoundDuringParse', 'ErrorLoadingAssembly']);
    expect(parse(script, { moduleExists: (name) => name === 'Known', assemblyExists: () => true }).errors).toEqual([]);
  });

  test('a class may be defined again in another block, not in the same', () => {
    expect(errorIds('& { class C {} }; & { class C {} }')).toEqual([]);
    expect(errorIds('class C {}\nclass C {}')).toEqual(['MemberAlreadyDefined']);
  });
});

describe('what is nested', () => {
  test.each(['(', '{', '@(', '$(', '@{a=', 'if(1){', '-', '!', '"$('])(
    'a megabyte of %s ends with a mistake',
    (piece) => {
      const script = piece.repeat(Math.floor(1_000_000 / piece.length));
      expect(errorIds(script)).not.toEqual([]);
    },
  );

  test('a megabyte in a row is read', () => {
    expect(errorIds(`$a = ${'1 + '.repeat(100_000)}1`)).toEqual([]);
    expect(errorIds('Get-Item a\n'.repeat(50_000))).toEqual([]);
  });
});

describe('any text', () => {
  const pieces = [
    '$a',
    '"',
    "'",
    '@"\n',
    '\n"@',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    ' ',
    '\n',
    ';',
    '|',
    '&&',
    '-eq',
    '-Path',
    '1',
    '..',
    '.',
    '::',
  ];
  const words = [
    'if',
    'else',
    'foreach',
    'in',
    'class',
    'function',
    'param',
    'try',
    'catch',
    'switch',
    'using',
    'data',
    '#',
    '<#',
    '`',
    '%',
    '?',
    ':',
    '=',
  ];

  // The long form: CUTOVER_FUZZ=200000.
  test('gives a tree whose nodes lie within the script, and never throws', () => {
    const script = fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(script, (text) => {
        const outside: AnyAst[] = [];
        const visit = (node: AnyAst): void => {
          if (node.start < 0 || node.end > text.length + 2) outside.push(node);
          childNodes(node).forEach(visit);
        };
        visit(parse(text).ast);
        expect(outside).toEqual([]);
      }),
      { numRuns: Number(process.env['CUTOVER_FUZZ'] ?? 500) },
    );
  });
});

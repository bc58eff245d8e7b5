import { describe, expect, test } from 'vitest';
import type { AnyAst } from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import { fullTypeName } from '../type-name.ts';
import { parse } from './parse.ts';

/** What scripts of the wild showed to be read otherwise by the original. */

const errorIds = (script: string): string[] => parse(script).errors.map(({ id }) => id);

const allNodes = (node: AnyAst): AnyAst[] => [node, ...childNodes(node).flatMap(allNodes)];

describe('names of types', () => {
  const nameOf = (script: string): string[] =>
    allNodes(parse(script).ast).flatMap((node) =>
      node.type === 'TypeExpression' ? [fullTypeName(node.typeName)] : [],
    );

  test('a doubled backtick is one', () => {
    expect(nameOf('[Collections.Generic.List``1]')).toEqual(['Collections.Generic.List`1']);
    expect(nameOf('[A``1[B``2]]')).toEqual(['A`1[B`2]']);
  });

  test('the assembly of a generic type stands behind its arguments', () => {
    expect(nameOf('[Pair[int, string], Some.Library]')).toEqual(['Pair[int,string],Some.Library']);
  });
});

describe('[void]', () => {
  test.each([
    '[void]$x.y = 1',
    '[void][int]$x = 1',
    '$a, [void]$b = 1, 2',
    'param([void]$x)',
    'function f([void]$x) {}',
  ])('%s holds no value', (script) => expect(errorIds(script)).toEqual(['VoidTypeConstraintNotAllowed']));

  test.each(['[void]$x.y', '[void](f)', '[int]$x = 1'])('%s is fine', (script) => expect(errorIds(script)).toEqual([]));
});

describe('finally', () => {
  test.each([
    'function f { try {} finally { return 1 } }',
    'while (1) { try {} finally { break } }',
    ':a while (1) { try {} finally { while (1) { continue a } } }',
    'try {} finally { if (1) { return } }',
    'while (1) { try {} finally { while (1) { break $label } } }',
  ])('%s leaves it', (script) => expect(errorIds(script)).toEqual(['ControlLeavingFinally']));

  test.each([
    'try {} finally { while (1) { break } }',
    'try {} finally { :a while (1) { while (1) { continue A } } }',
    'try {} finally { switch (1) { 1 { break } } }',
    'try {} finally { & { return } }',
    'try {} finally { function f { return } }',
    'try { return } catch { return }',
    'try {} finally { exit }',
  ])('%s stays in it', (script) => expect(errorIds(script)).toEqual([]));
});

describe('#requires', () => {
  test.each(['#requires the Exchange tools', '#Requires: Tools', '#requiresnothing'])(
    '%s is in no known form',
    (script) => {
      expect(new Set(errorIds(script))).toEqual(new Set(['ScriptRequiresInvalidFormat']));
    },
  );

  test('the version beside a snap-in is the snap-in’s', () => {
    const { ast, errors } = parse('#requires -PSSnapin A.B -Version 3');
    expect(errors).toEqual([]);
    expect(ast.requirements?.version).toBeUndefined();
  });

  test('two versions that differ cannot both be required', () => {
    expect(errorIds('#requires -Version 5\n#requires -Version 5.0')).toEqual([]);
    expect(errorIds('#requires -Version 5\n#requires -Version 7')).toEqual(['ParameterAlreadyBound']);
  });
});

test('a quote doubled for the string around it begins at the first of the two and ends behind the second', () => {
  const script = '"$(f ""a"" `"b`")"';
  const places = allNodes(parse(script).ast).flatMap((node) =>
    node.type === 'StringConstantExpression' && node.stringKind === 'DoubleQuoted'
      ? [script.slice(node.start, node.end)]
      : [],
  );
  expect(places).toEqual(['""a""', '`"b`"']);
});

import { seededRandom } from '@cutover/base';
import { createRunspace, parse } from '@cutover/powershell';
import { expect, test } from 'vitest';
import { makeExpression } from './make-expression.ts';

const random = seededRandom(11);
const expressions = Array.from({ length: 300 }, () => makeExpression(random));

test('expressions made by chance are of the language', () => {
  expect(expressions.filter((expression) => parse(expression).errors.length > 0)).toEqual([]);
});

test('each gives an answer or an error of the language', () => {
  const runspace = createRunspace({ host: { write: () => {}, writeError: () => {}, width: 80 }, capabilities: {} });
  for (const expression of expressions) expect(() => runspace.invoke(`$null = ${expression}`)).not.toThrow();
});

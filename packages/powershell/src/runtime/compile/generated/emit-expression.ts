import type { BinaryExpressionAst, ExpressionAst, UnaryExpressionAst } from '../../../syntax/ast.ts';
import type { TokenKind } from '../../../syntax/token-kind.ts';
import { constantValue } from '../constants.ts';
import { needsFrame } from '../operators.ts';
import { operationOf } from '../operations.ts';
import { stepper } from '../steps.ts';
import { emitArray, emitCall, emitExpandable, emitIndex } from './emit-access.ts';
import { type Emitter, isPlain, loneExpression, NotComputable, type Operand } from './emitter.ts';
import { isStep } from './quiet.ts';

const literals: Readonly<Record<string, Operand>> = {
  true: { text: 'true', kind: 'boolean' },
  false: { text: 'false', kind: 'boolean' },
  null: { text: 'null', kind: 'any' },
};

/** Emits the lines that compute an expression; its value is in the operand. */
export function emitExpression(e: Emitter, ast: ExpressionAst): Operand {
  switch (ast.type) {
    case 'ConstantExpression':
      return constantOperand(e, constantValue(ast.valueType, ast.value));
    case 'StringConstantExpression':
      return constantOperand(e, ast.value);
    case 'VariableExpression':
      return literals[ast.path.userPath.toLowerCase()] ?? (isPlain(ast) ? copied(e, e.read(ast)) : e.closure(ast));
    case 'ParenExpression':
      return emitExpression(e, loneExpression(ast.pipeline));
    case 'BinaryExpression':
      return emitBinary(e, ast);
    case 'UnaryExpression':
      return emitUnary(e, ast);
    case 'ExpandableStringExpression':
      return emitExpandable(e, ast);
    case 'ArrayLiteral':
      return emitArray(e, ast);
    case 'IndexExpression':
      return emitIndex(e, ast);
    case 'InvokeMemberExpression':
      return emitCall(e, ast);
    default:
      return e.closure(ast);
  }
}

function constantOperand(e: Emitter, value: unknown): Operand {
  if (typeof value === 'number') return { text: `(${value})`, kind: 'number' };
  return { text: e.constant(value), kind: 'any' };
}

/** The value of now: what stands behind it may change the variable. */
function copied(e: Emitter, text: string): Operand {
  const name = e.name('t');
  e.line(`const ${name} = ${text};`);
  return { text: name, kind: 'any' };
}

/** What a condition makes of a value, as an expression of JavaScript. */
export function truthOf({ text, kind }: Operand): string {
  if (kind === 'boolean') return text;
  return kind === 'number' ? `(${text} !== 0)` : `(${text} === true || (${text} !== false && isTrue(${text})))`;
}

const arithmetic: Partial<Readonly<Record<TokenKind, string>>> = { Plus: '+', Minus: '-', Multiply: '*' };
const comparisons: Partial<Readonly<Record<TokenKind, string>>> = {
  Ieq: '===',
  Ceq: '===',
  Ine: '!==',
  Cne: '!==',
  Ilt: '<',
  Clt: '<',
  Ile: '<=',
  Cle: '<=',
  Igt: '>',
  Cgt: '>',
  Ige: '>=',
  Cge: '>=',
};

function emitBinary(e: Emitter, ast: BinaryExpressionAst): Operand {
  const { operator, left, right } = ast;
  if (operator === 'And' || operator === 'Or') return emitLogic(e, operator, { left, right });
  if (needsFrame.has(operator)) return e.closure(ast);
  const a = emitExpression(e, left);
  return emitOperator(e, operator, { a, b: emitExpression(e, right) });
}

interface Operands {
  readonly a: Operand;
  readonly b: Operand;
}

/** An operator on two values: on the spot for plain numbers, else by its operation. */
export function emitOperator(e: Emitter, operator: TokenKind, { a, b }: Operands): Operand {
  const operation = operationOf(operator);
  if (!operation) throw new NotComputable();
  const result = e.name('t');
  const general = `${result} = ${e.constant(operation)}(${a.text}, ${b.text});`;
  const fast = onNumbers(operator, result, { a, b });
  e.line(`let ${result};`);
  if (!fast) e.outside(general);
  else {
    e.line(`if (${fast.when}) { ${fast.then} } else {`);
    e.outside(general);
    e.line('}');
  }
  return { text: result, kind: 'any' };
}

interface FastWay {
  readonly when: string;
  readonly then: string;
}

function onNumbers(operator: TokenKind, result: string, { a, b }: Operands): FastWay | undefined {
  const comparison = comparisons[operator];
  const tests = [a, b].filter(({ kind }) => kind !== 'number').map(({ text }) => `typeof ${text} === 'number'`);
  const when = tests.join(' && ') || 'true';
  if (comparison) return { when, then: `${result} = ${a.text} ${comparison} ${b.text};` };
  const symbol = arithmetic[operator];
  if (!symbol) return operator === 'Rem' ? remainder(result, { a, b }, when) : undefined;
  const exact = `${result} === (${result} | 0) && (${notInt32(a)} || ${notInt32(b)})`;
  const zero = symbol === '*' ? ' + 0' : '';
  return { when, then: `${result} = (${a.text} ${symbol} ${b.text})${zero}; if (${exact}) ${result} = new Double(${result});` };
}

const notInt32 = ({ text }: Operand): string => `${text} !== (${text} | 0)`;

const remainder = (result: string, { a, b }: Operands, when: string): FastWay => ({
  when: `${when} && ${b.text} !== 0 && !(${notInt32(a)}) && !(${notInt32(b)})`,
  then: `${result} = (${a.text} % ${b.text}) + 0;`,
});

function emitLogic(e: Emitter, operator: 'And' | 'Or', { left, right }: Pick<BinaryExpressionAst, 'left' | 'right'>) {
  const result = e.name('t');
  e.line(`let ${result} = ${truthOf(emitExpression(e, left))};`);
  e.line(`if (${operator === 'And' ? '' : '!'}${result}) {`);
  e.line(`${result} = ${truthOf(emitExpression(e, right))};`);
  e.line('}');
  return { text: result, kind: 'boolean' } as const;
}

function emitUnary(e: Emitter, ast: UnaryExpressionAst): Operand {
  const { operator, child } = ast;
  if (operator === 'Not' || operator === 'Exclaim') {
    return { text: `!${truthOf(emitExpression(e, child))}`, kind: 'boolean' };
  }
  if (operator === 'Minus' && child.type === 'ConstantExpression' && Number(child.value) > 0) {
    return emitOperator(e, 'Minus', { a: { text: '0', kind: 'number' }, b: emitExpression(e, child) });
  }
  return isStep(ast) ? emitStep(e, ast) : e.closure(ast);
}

/** `$i++` and its like. */
function emitStep(e: Emitter, { operator, child }: UnaryExpressionAst): Operand {
  const up = operator.endsWith('PlusPlus');
  const value = emitExpression(e, child);
  const before = e.name('t');
  e.line(`let ${before} = ${value.text};`);
  e.line(`if (typeof ${before} !== 'number') {`);
  e.outside(`${before} = ${e.constant(stepper(up ? '++' : '--'))}(${before});`);
  e.line('}');
  const after = emitOperator(e, up ? 'Plus' : 'Minus', { a: { text: before, kind: 'any' }, b: { text: '1', kind: 'number' } });
  e.assign(child, after);
  return operator.startsWith('Postfix') ? { text: before, kind: 'any' } : after;
}

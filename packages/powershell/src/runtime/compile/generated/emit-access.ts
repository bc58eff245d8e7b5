import type {
  ArrayLiteralAst,
  ExpandableStringExpressionAst,
  IndexExpressionAst,
  InvokeMemberExpressionAst,
} from '../../../syntax/ast.ts';
import { CallSite } from '../../members/call-site.ts';
import { isObjectCast } from '../members.ts';
import { cutFormat } from '../strings.ts';
import { emitExpression } from './emit-expression.ts';
import type { Emitter, Operand } from './emitter.ts';
import { callsNoBlock } from './quiet.ts';

/** `"a $b"`: texts and whole numbers are joined on the spot. */
export function emitExpandable(e: Emitter, { formatString, nestedExpressions }: ExpandableStringExpressionAst): Operand {
  const { texts, places } = cutFormat(formatString);
  const parts = places.flatMap((place, index) => [
    emitText(e, emitExpression(e, nestedExpressions[place]!)),
    e.constant(texts[index + 1]!),
  ]);
  const result = e.name('t');
  e.line(`const ${result} = ${[e.constant(texts[0]!), ...parts].join(' + ')};`);
  return { text: result, kind: 'text' };
}

function emitText(e: Emitter, { text, kind }: Operand): string {
  if (kind === 'text') return text;
  const result = e.name('t');
  const isPlain = `typeof ${text} === 'string' || (typeof ${text} === 'number' && ${text} === (${text} | 0))`;
  e.line(`let ${result} = ${text}; if (!(${isPlain})) {`);
  e.outside(`${result} = textIn(frame, ${text});`);
  e.line('}');
  return result;
}

export function emitArray(e: Emitter, { elements }: ArrayLiteralAst): Operand {
  const values = elements.map((element) => `valueOrNull(${emitExpression(e, element).text})`);
  const result = e.name('t');
  e.line(`const ${result} = [${values.join(', ')}];`);
  return { text: result, kind: 'any' };
}

/** `$x[…]`: an array's element on the spot. */
export function emitIndex(e: Emitter, ast: IndexExpressionAst): Operand {
  if (ast.nullConditional || isObjectCast(ast.index)) return e.closure(ast);
  const target = emitExpression(e, ast.target).text;
  const index = emitExpression(e, ast.index).text;
  const result = e.name('t');
  e.line(`let ${result} = Array.isArray(${target}) && typeof ${index} === 'number' ? ${target}[${index}] : undefined;`);
  e.line(`if (${result} === undefined) {`);
  e.outside(`${result} = elementOf(frame, ${target}, ${index});`);
  e.line('}');
  return { text: result, kind: 'any' };
}

/** `$x.Name(…)`. */
export function emitCall(e: Emitter, ast: InvokeMemberExpressionAst): Operand {
  const { expression, member, arguments: args = [] } = ast;
  if (ast.isStatic || ast.nullConditional || expression.type === 'ParenExpression' || !callsNoBlock(ast)) {
    return e.closure(ast);
  }
  const target = emitExpression(e, expression).text;
  const values = args.map((arg) => emitExpression(e, arg).text);
  const name = e.constant(member.type === 'StringConstantExpression' ? member.value : '');
  const call = `{ target: ${target}, name: ${name}, args: [${values.join(', ')}], run: runScriptMember(frame) }`;
  return e.value(`${e.constant(new CallSite())}.invoke(${call})`);
}

import type { CommandAst, ExpressionAst, VariableExpressionAst } from '../../syntax/ast.ts';
import type { Frame } from '../engine/frame.ts';
import { scriptError } from '../errors/script-error.ts';
import { hasMember } from '../members/get-member.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';

/** Whether code of the frame is checked as this version of strict mode asks. */
export const isStrict = ({ session, scope }: Frame, version: number): boolean =>
  session.strict.isUsed && session.strict.versionIn(scope) >= version;

/** A variable that has not been set: null, or an error in strict mode. */
export function undefinedVariable(frame: Frame, ast: VariableExpressionAst, version: number): null {
  if (!isStrict(frame, version)) return null;
  const error = scriptError('VariableIsUndefined', [`$${ast.path.userPath}`], {
    target: ast.path.userPath,
  });
  error.record.locate({ source: frame.source, start: ast.start, end: ast.end });
  throw error;
}

/** A property of strict code has to be there, `Count` and `Length` of a single value included. */
export function requireProperty(frame: Frame, target: unknown, name: string): void {
  if (!isStrict(frame, 2)) return;
  const value = valueOrNull(target);
  if (value !== null && hasMember(value, name)) return;
  throw scriptError('PropertyNotFoundStrict', [name]);
}

const isCount = (name: string): boolean => /^(count|length)$/i.test(name);

/** Whether a property that gave a value may still be one that strict code does not have. */
export const isGivenToAll = (frame: Frame, name: string): boolean => frame.session.strict.isUsed && isCount(name);

/** An element has to be there. */
export function requireElement(frame: Frame, value: unknown): void {
  if (value === nothing && isStrict(frame, 3)) throw scriptError('IndexOutOfRange');
}

/** `f(1, 2)`: a command that is called as if it were a method. */
export function callsLikeMethod({ elements }: CommandAst): boolean {
  const [name, argument] = elements as readonly ExpressionAst[];
  return elements.length === 2 && argument?.type === 'ParenExpression' && argument.start === name!.end;
}

export function refuseMethodCall(frame: Frame): void {
  if (isStrict(frame, 2)) throw scriptError('StrictModeFunctionCallWithParens');
}

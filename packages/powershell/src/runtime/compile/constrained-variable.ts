import type {
  AttributedExpressionAst,
  ConvertExpressionAst,
  ExpressionAst,
  VariableExpressionAst,
} from '../../syntax/ast.ts';
import type { TypeName } from '../../syntax/type-name.ts';
import { applyAttribute } from '../binder/function-parameter.ts';
import { emptyDraft } from '../binder/parameter-draft.ts';
import { constrained } from '../conversions/constrained.ts';
import type { Frame } from '../engine/frame.ts';
import { scriptError } from '../errors/script-error.ts';
import { toText } from '../values/to-text.ts';
import { compileAttribute } from './attributes.ts';
import { resolveType } from './casts.ts';
import type { Compiler } from './compiler.ts';
import type { AttributeCode } from './parameter-code.ts';

type Constraint = (value: unknown) => unknown;

/** `[type][Attribute()]$x`: a variable with what its assignment lays upon it. */
export interface ConstrainedVariable {
  readonly variable: VariableExpressionAst;
  readonly constraintIn: (frame: Frame) => Constraint;
}

type Wrapper = ConvertExpressionAst | AttributedExpressionAst;

const isWrapper = (ast: ExpressionAst): ast is Wrapper =>
  ast.type === 'ConvertExpression' || ast.type === 'AttributedExpression';

/** Undefined when what stands behind the types and attributes is no variable. */
export function constrainedVariable(c: Compiler, ast: Wrapper): ConstrainedVariable | undefined {
  const types: TypeName[] = [];
  const attributes: AttributeCode[] = [];
  let inner: ExpressionAst = ast;
  for (; isWrapper(inner); inner = inner.child) {
    const { attribute } = inner;
    if (attribute.type === 'TypeConstraint') types.unshift(attribute.typeName);
    else attributes.push(compileAttribute(c, attribute));
  }
  if (inner.type !== 'VariableExpression') return undefined;
  const name = inner.path.unqualifiedPath;
  return { variable: inner, constraintIn: (frame) => constraint(frame, { types, attributes, name }) };
}

interface Parts {
  readonly types: readonly TypeName[];
  readonly attributes: readonly AttributeCode[];
  readonly name: string;
}

function constraint(frame: Frame, { types, attributes, name }: Parts): Constraint {
  const resolved = types.map((typeName) => resolveType(frame, typeName));
  const draft = emptyDraft();
  for (const attribute of attributes) applyAttribute(frame, draft, attribute);
  return (given) => {
    const value = resolved.reduce(constrained, given);
    const wrong = draft.checks.some((check) => check(value) !== undefined);
    if (wrong) throw scriptError('ValidateSetFailure', [toText(value), name]);
    return value;
  };
}

import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { asScriptError } from '../../runtime/engine/statement-error.ts';
import { scriptError } from '../../runtime/errors/script-error.ts';
import { comparison } from '../../runtime/operators/comparisons.ts';
import { valueOrNull } from '../../runtime/values/nothing.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { isTrue } from '../../runtime/values/truth.ts';
import { TypeValue } from '../../runtime/values/type-value.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import { resolveNames } from '../../format/expression.ts';
import { objectError, terminating } from './object-errors.ts';
import { type WhereOperator, whereOperators } from './where-operators.ts';

type Filter = (item: unknown) => boolean;

/** `Where-Object Property -eq Value`, `Where-Object Property` and `Where-Object -Not Property`. */
export function simpleFilter(context: CommandContext): Filter {
  const { parameters } = context;
  const operator = whereOperators.find(({ name }) => switchOf(parameters, name));
  const hasValue = 'Value' in parameters;
  if (!operator && hasValue) throw terminating('OperatorNotSpecified');
  const read = propertyReader(context);
  if (!operator) return (item) => isTrue(read(item));
  if (operator.set === 'Not') return (item) => !isTrue(read(item));
  if (!hasValue) throw terminating('ValueNotSpecifiedForWhereObject');
  return comparing(context, operator, read);
}

function comparing(context: CommandContext, operator: WhereOperator, read: (item: unknown) => unknown): Filter {
  const { test, rule, filtersLists, name } = operator;
  const value = operandOf(context, operator);
  const compare = filtersLists ? comparison(test, rule) : (left: unknown) => test(left, value, rule);
  return (item) => {
    try {
      return isTrue(compare(read(item), value));
    } catch (thrown) {
      const error = asScriptError(thrown);
      if (!error) throw thrown;
      context.writeError(objectError('OperatorFailed', [name, error.message], { target: item }));
      return false;
    }
  };
}

function operandOf({ parameters, session }: CommandContext, { set }: WhereOperator): unknown {
  const value = valueOrNull(parameters['Value']);
  if (!/^Is(Not)?Set$/.test(set) || value instanceof TypeValue) return value;
  const name = toText(value).replace(/^\[(.+)\]$/, '$1');
  const type = session.types.find(name);
  if (!type) throw scriptError('TypeNotFound', [name]);
  return new TypeValue(type);
}

/** The value of `-Property`: by name, or by a wildcard that means one property. */
function propertyReader({ parameters, session, writeError }: CommandContext): (item: unknown) => unknown {
  const property = toText(parameters['Property']);
  const { source } = session.formatting;
  const isPattern = /[*?[\]]/.test(property);
  const valueOf = (item: unknown, name: string): unknown => {
    const found = source.get(item, name);
    if (!found && session.strict.isUsed && session.strict.versionIn(session.scope) >= 2)
      writeError(objectError('PropertyNotFound', [name], { target: item }));
    return found?.value ?? null;
  };
  return (item) => {
    if (item === null) return null;
    if (!isPattern) return valueOf(item, property);
    const names = resolveNames({ property }, item, source).map((name) => ('property' in name ? name.property : ''));
    const [found, other] = names;
    if (other === undefined) return found === undefined ? null : (source.get(item, found)?.value ?? null);
    const matches = names.map((name) => ` ${name}`).join('');
    writeError(objectError('AmbiguousPropertyName', [property, matches], { target: item }));
    return null;
  };
}

import { asNetError } from '../errors/from-dotnet.ts';
import { scriptError } from '../errors/script-error.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { typeNamesOf } from '../members/type-names.ts';
import type { ExceptionValue } from '../values/error-record.ts';
import { plainText } from '../values/to-text.ts';

/** Values of these types are not shown in errors. */
const secret: ReadonlySet<string> = new Set([
  'System.Security.SecureString',
  'System.Management.Automation.PSCredential',
]);

/** `Cannot convert the "x" value of type "A" to type "B".`, or what is said of `$null`. */
export function cannotConvert(value: unknown, typeName: string, options: { id?: string } = {}): Error {
  const target = displayTypeName(typeName);
  if (value === null) return scriptError('NullToValueType', [target]);
  const [source = ''] = typeNamesOf(value);
  if (secret.has(typeName)) return scriptError('InvalidCastWithoutValue', [source, target]);
  const error = scriptError('ConvertToFinalInvalidCastException', [plainText(value), source, target]);
  if (options.id) error.record.id = options.id;
  return error;
}

export interface FailedCast {
  /** The original's error id. */
  readonly id: string;
  readonly value: unknown;
  readonly typeName: string;
  readonly reason: string;
  readonly inner?: ExceptionValue | undefined;
}

/** `Cannot convert value "x" to type "B". Error: "…"`. */
export function castError({ id, value, typeName, reason, inner }: FailedCast): Error {
  const error = scriptError('InvalidCast', [plainText(value), displayTypeName(typeName), reason], { inner });
  error.record.id = id;
  return error;
}

/** Runs what may throw an exception of .NET; that becomes the reason of a cast that failed. */
export function casting<T>(cast: Omit<FailedCast, 'reason' | 'inner'>, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { exception } = asNetError(error).record;
    throw castError({ ...cast, reason: exception.message, inner: exception });
  }
}

/** Casts what an operator was given: of a cast that fails only the text is told. Source: ParserOps.ConvertTo. */
export function castingOperand<T>(cast: () => T): T {
  try {
    return cast();
  } catch (error) {
    const { exception } = asNetError(error).record;
    throw scriptError('OperandNotConverted', [exception.message], { inner: exception.inner });
  }
}

export const notFormatted = (text: string): string => `The input string '${text}' was not in a correct format.`;

const article = (name: string): string => (/^[AEIO]/.test(name) ? 'an' : 'a');

/** What .NET says of a number that a type cannot hold. */
export function outOfRange(typeName: string): string {
  const name = typeName.slice(typeName.lastIndexOf('.') + 1);
  const unsignedByte = name === 'Byte' ? 'an unsigned byte' : name === 'SByte' ? 'a signed byte' : undefined;
  return `Value was either too large or too small for ${unsignedByte ?? `${article(name)} ${name}`}.`;
}

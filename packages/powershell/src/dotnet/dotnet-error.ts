import { SdkError } from '@cutover/base';

/** The exceptions of .NET that these modules throw, by their names without `System.`. */
export type DotnetExceptionType =
  | 'ArgumentException'
  | 'ArgumentOutOfRangeException'
  | 'DivideByZeroException'
  | 'FormatException'
  | 'InvalidCastException'
  | 'InvalidOperationException'
  | 'NotSupportedException'
  | 'OverflowException'
  | 'ArithmeticException'
  | 'UriFormatException'
  | 'UnauthorizedAccessException'
  | 'TimeZoneNotFoundException'
  | 'IO.IOException'
  | 'IO.FileNotFoundException'
  | 'IO.DirectoryNotFoundException'
  | 'Management.Automation.WildcardPatternException'
  | 'Text.RegularExpressions.RegexParseException';

/** An exception as .NET throws it; its message is .NET's text, `(Parameter 'x')` included. */
export class DotnetError extends SdkError {
  readonly exceptionType: string;
  readonly parameter: string | undefined;

  constructor(exception: DotnetExceptionType, message: string, parameter?: string) {
    const exceptionType = `System.${exception}`;
    const text = parameter === undefined ? message : `${message} (Parameter '${parameter}')`;
    super('powershell.dotnet', { category: 'InvalidArgument' }, text, { exceptionType, parameter });
    this.exceptionType = exceptionType;
    this.parameter = parameter;
  }
}

export const formatError = (message: string): DotnetError => new DotnetError('FormatException', message);

export const overflowError = (message: string): DotnetError => new DotnetError('OverflowException', message);

export const argumentError = (message: string, parameter?: string): DotnetError =>
  new DotnetError('ArgumentException', message, parameter);

export const outOfRangeError = (message: string, parameter?: string): DotnetError =>
  new DotnetError('ArgumentOutOfRangeException', message, parameter);

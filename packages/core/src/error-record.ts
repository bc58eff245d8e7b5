import { isSdkError, redact, SdkError, type ErrorCategory } from '@cutover/base';
import { errorIdOf, exceptionOf } from './exceptions.ts';

/** An error as it crosses a Backend: plain data. Source: System.Management.Automation.ErrorRecord. */
export interface ErrorRecord {
  readonly message: string;
  /** Stable code of the error catalogue, for example `migration.batchNotFound`. */
  readonly code: string;
  /** Full .NET name of the exception that the product throws in this case. */
  readonly exception: string;
  readonly category: ErrorCategory;
  /** `<exception or code>,<cmdlet>`; scripts compare it. */
  readonly fullyQualifiedErrorId: string;
  readonly cmdlet: string;
  /** What the cmdlet was working on, printed; null when there was nothing yet. */
  readonly target: string | null;
  /** Whether the same call may succeed when it is made again. */
  readonly retry: boolean;
  readonly context: Readonly<Record<string, unknown>>;
  /** The messages of the causes, outermost first. */
  readonly causes: readonly string[];
}

export interface ErrorOrigin {
  readonly cmdlet: string;
  readonly target?: string | null;
}

/** Files any thrown value as an ErrorRecord; the context goes through the redactor. */
export function toErrorRecord(error: unknown, { cmdlet, target = null }: ErrorOrigin): ErrorRecord {
  const known = isSdkError(error) ? error : unexpected(error);
  return {
    message: known.message,
    code: known.code,
    exception: exceptionOf(known.code),
    category: known.category,
    fullyQualifiedErrorId: `${errorIdOf(known.code)},${cmdlet}`,
    cmdlet,
    target,
    retry: known.retry,
    context: redact(known.context) as Record<string, unknown>,
    causes: causesOf(known),
  };
}

/** The error that a record tells of, to be thrown on this side of the Backend. */
export function fromErrorRecord(record: ErrorRecord): SdkError {
  const cause = record.causes.reduceRight<Error | undefined>(
    (inner, message) => new Error(message, inner ? { cause: inner } : {}),
    undefined,
  );
  return new SdkError(
    record.code,
    record,
    record.message,
    { ...record.context, cmdlet: record.cmdlet, target: record.target, errorId: record.fullyQualifiedErrorId },
    cause ? { cause } : {},
  );
}

function unexpected(error: unknown): SdkError {
  const message = error instanceof Error ? error.message : String(error);
  return new SdkError('core.unexpected', { category: 'NotSpecified' }, message, {}, { cause: error });
}

function causesOf(error: Error): string[] {
  const messages: string[] = [];
  for (let cause = error.cause; cause instanceof Error && messages.length < 8; cause = cause.cause) {
    if (cause.message !== error.message) messages.push(cause.message);
  }
  return messages;
}

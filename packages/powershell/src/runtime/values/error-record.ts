import type { ScriptPosition } from '../errors/script-position.ts';

/** A .NET exception, told by the name of its type. */
export class ExceptionValue {
  readonly typeName: string;
  readonly message: string;
  readonly inner: ExceptionValue | undefined;
  /** Set when a `throw` statement threw it. */
  thrown = false;
  /** The record that it came out with. */
  record: ErrorRecord | undefined;

  constructor(typeName: string, message: string, inner?: ExceptionValue) {
    this.typeName = typeName;
    this.message = message;
    this.inner = inner;
  }
}

export interface ErrorRecordFields {
  readonly exception: ExceptionValue;
  readonly id: string;
  readonly category: string;
  readonly target?: unknown;
}

/** Source: System.Management.Automation.ErrorRecord. */
export class ErrorRecord {
  readonly exception: ExceptionValue;
  id: string;
  category: string;
  readonly target: unknown;
  activity = '';
  reason: string;
  details: string | undefined;
  position: ScriptPosition | undefined;
  /** The command that reported it. */
  command: string | undefined;
  stack: readonly string[] = [];

  constructor({ exception, id, category, target = null }: ErrorRecordFields) {
    this.exception = exception;
    this.id = id;
    this.category = category;
    this.target = target;
    this.reason = exception.typeName.slice(exception.typeName.lastIndexOf('.') + 1);
    exception.record ??= this;
  }

  get message(): string {
    return this.details ?? this.exception.message;
  }
}

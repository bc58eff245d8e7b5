import type { CallStackEntry } from '../engine/call-stack.ts';
import type { ScriptPosition } from '../errors/script-position.ts';
import type { Dictionary } from './dictionary.ts';
import { InvocationInfo } from './invocation-info.ts';

/** A .NET exception, told by the name of its type. */
export class ExceptionValue {
  readonly typeName: string;
  message: string;
  readonly inner: ExceptionValue | undefined;
  /** Set when a `throw` statement threw it. */
  thrown = false;
  /** The record that it came out with. */
  record: ErrorRecord | undefined;
  /** `Data`, once something asked for it. */
  data: Dictionary | undefined;
  source: string | null = null;
  helpLink: string | null = null;
  /** Where .NET's own code threw it; null while nothing has. */
  stackTrace: string | null = null;
  /** Properties of its type besides those of every exception, by their names. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    typeName: string,
    message: string,
    inner?: ExceptionValue,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    this.typeName = typeName;
    this.message = message;
    this.inner = inner;
    this.details = details;
  }

  /** The exception at the bottom. */
  get base(): ExceptionValue {
    return this.inner ? this.inner.base : this;
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
  /** Without the command's name. */
  id: string;
  category: string;
  readonly target: unknown;
  /** `ErrorDetails.Message`, which is shown in place of the exception's. */
  details: string | undefined;
  recommendedAction = '';
  /** It is in the output, but came by the error stream. */
  isMerged = false;
  invocation: InvocationInfo | undefined;
  stack: readonly CallStackEntry[] | undefined;

  constructor({ exception, id, category, target = null }: ErrorRecordFields) {
    this.exception = exception;
    this.id = id;
    this.category = category;
    this.target = target;
    exception.record ??= this;
  }

  /** FullyQualifiedErrorId. */
  get fullId(): string {
    const type = this.invocation?.typeText ?? '';
    return type === '' || this.id === '' ? this.id + type : `${this.id},${type}`;
  }

  get position(): ScriptPosition | undefined {
    return this.invocation?.position;
  }

  /** Sets the position, unless it has one. */
  locate(position: ScriptPosition): void {
    if (!this.invocation) this.invocation = new InvocationInfo({ position });
    else this.invocation.position ??= position;
  }

  get message(): string {
    return this.details ?? this.exception.message;
  }
}

/** The PowerShell ErrorCategory an error is reported under. Source: System.Management.Automation.ErrorCategory. */
export type ErrorCategory =
  | 'NotSpecified'
  | 'OpenError'
  | 'CloseError'
  | 'DeviceError'
  | 'DeadlockDetected'
  | 'InvalidArgument'
  | 'InvalidData'
  | 'InvalidOperation'
  | 'InvalidResult'
  | 'InvalidType'
  | 'MetadataError'
  | 'NotImplemented'
  | 'NotInstalled'
  | 'ObjectNotFound'
  | 'OperationStopped'
  | 'OperationTimeout'
  | 'SyntaxError'
  | 'ParserError'
  | 'PermissionDenied'
  | 'ResourceBusy'
  | 'ResourceExists'
  | 'ResourceUnavailable'
  | 'ReadError'
  | 'WriteError'
  | 'FromStdErr'
  | 'SecurityError'
  | 'ProtocolError'
  | 'ConnectionError'
  | 'AuthenticationError'
  | 'LimitsExceeded'
  | 'QuotaExceeded'
  | 'NotEnabled';

// Shared by every copy of this module in a process, so that an error is recognised wherever it was made.
const brand = Symbol.for('cutover.error');

/** What an entry of a package's error catalogue holds: how the error is filed, and its text. */
export interface ErrorDefinition<C> {
  readonly category: ErrorCategory;
  /** Whether the same call may succeed when it is made again. */
  readonly retry?: boolean;
  readonly message: (context: C) => string;
}

/** The one error class of the project. `code` is stable and never reused; `context` says where and with what. */
export class SdkError extends Error {
  readonly code: string;
  readonly category: ErrorCategory;
  readonly retry: boolean;
  readonly context: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    definition: { category: ErrorCategory; retry?: boolean },
    message: string,
    context: Readonly<Record<string, unknown>>,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = `${code.charAt(0).toUpperCase()}${code.slice(1, code.indexOf('.'))}Error`;
    this.code = code;
    this.category = definition.category;
    this.retry = definition.retry ?? false;
    this.context = context;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** True for any SdkError, also one made by another copy of this package; with `code`, only for that code. */
export function isSdkError(value: unknown, code?: string): value is SdkError {
  if (typeof value !== 'object' || value === null || !(brand in value)) return false;
  return code === undefined || ('code' in value && value.code === code);
}

type Factories<D> = {
  readonly [K in keyof D]: D[K] extends { message: (context: infer C) => string }
    ? (context: C, options?: ErrorOptions) => SdkError
    : never;
};

/**
 * Makes a package's error catalogue: one factory per entry, with the code `<domain>.<name>`.
 * The entry's `message` says what is wrong, where, and how to mend it.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- each entry has a context type of its own
export function defineErrors<const D extends Record<string, ErrorDefinition<any>>>(
  domain: string,
  definitions: D,
): Factories<D> {
  const entries = Object.entries(definitions).map(([name, definition]) => [
    name,
    (context: Record<string, unknown>, options?: ErrorOptions) =>
      new SdkError(`${domain}.${name}`, definition, definition.message(context), context, options),
  ]);
  return Object.fromEntries(entries) as Factories<D>;
}

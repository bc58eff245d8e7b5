/** An error record as the error views need it. */
export interface ErrorShape {
  /** Of the exception. */
  readonly message: string;
  /** `ErrorDetails.Message`, which is shown in its place. */
  readonly details?: string | undefined;
  readonly recommendedAction?: string | undefined;
  /** `PSMessageDetails` of the exception. */
  readonly messageDetails?: string | undefined;
  /** FullyQualifiedErrorId. */
  readonly id: string;
  readonly categoryInfo: ErrorCategoryInfo;
  /** `WasThrownFromThrowStatement` of the exception, which only a RuntimeException has. */
  readonly thrown?: boolean;
  /** The exception is one that stands for a record, as those of the parser are. */
  readonly standsForRecord?: boolean;
  readonly invocation?: ErrorInvocation | undefined;
}

export interface ErrorCategoryInfo {
  readonly category: string;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;
}

export interface ErrorInvocation {
  /** The name of the command that reported it, while there is such a command; a script block has none. */
  readonly command?: string | undefined;
  /** What the script called it. */
  readonly invocationName?: string | undefined;
  /** It was a script block, which has no name to be told. */
  readonly isBlock?: boolean;
  readonly position?: ErrorPosition | undefined;
}

/** Where it happened; lines and columns from 1, the end exclusive. */
export interface ErrorPosition {
  readonly file?: string | undefined;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The whole first line of the source. */
  readonly lineText: string;
}

const widestPart = 40;
const keptEnd = 19;

/** `InvalidArgument: (target:Type) [Activity], Reason`. Source: ErrorCategoryInfo.GetMessage. */
export function categoryMessage({ activity, category, reason, targetName, targetType }: ErrorCategoryInfo): string {
  const name = category === 'DeadlockDetected' ? 'Deadlock detected' : category;
  return `${name}: (${shorten(targetName)}:${shorten(targetType)}) [${shorten(activity)}], ${reason}`;
}

function shorten(text: string): string {
  return text.length <= widestPart ? text : `${text.slice(0, keptEnd)}…${text.slice(-keptEnd)}`;
}

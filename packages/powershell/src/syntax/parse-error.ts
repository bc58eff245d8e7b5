import { parseErrorMessages } from './parse-error-messages.ts';

/** Name of a mistake in a script, as PowerShell has it in FullyQualifiedErrorId. */
export type ParseErrorId = keyof typeof parseErrorMessages;

/** A mistake in a script. Source: System.Management.Automation.Language.ParseError. */
export interface ParseError {
  readonly id: ParseErrorId;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** True when more input may mend it: at a prompt another line is asked for. */
  readonly incomplete: boolean;
}

export interface ErrorPlace {
  readonly start: number;
  readonly end: number;
  readonly incomplete?: boolean;
  /** What stands for `{0}`, `{1}` of the message. */
  readonly arguments?: readonly string[];
}

/** Takes a mistake while the parser goes on. */
export type ErrorReporter = (id: ParseErrorId, place: ErrorPlace) => void;

/** Puts the arguments into a message of the catalogue. */
export function formatMessage(message: string, values: readonly string[]): string {
  if (values.length === 0) return message;
  return message.replace(/\{\{|\}\}|\{(\d)\}/g, (found, index?: string) =>
    index === undefined ? found.charAt(0) : (values[Number(index)] ?? ''),
  );
}

/** Makes the error that a report stands for. */
export function parseError(id: ParseErrorId, place: ErrorPlace): ParseError {
  const message = formatMessage(parseErrorMessages[id], place.arguments ?? []);
  return { id, message, start: place.start, end: place.end, incomplete: place.incomplete ?? false };
}

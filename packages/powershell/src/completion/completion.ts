import type { Session } from '../runtime/engine/session.ts';

/** Source: System.Management.Automation.CompletionResultType. */
export type CompletionType =
  | 'Text'
  | 'Command'
  | 'ProviderItem'
  | 'ProviderContainer'
  | 'Property'
  | 'Method'
  | 'ParameterName'
  | 'ParameterValue'
  | 'Variable'
  | 'Namespace'
  | 'Type'
  | 'Keyword';

/** One way to complete an input. Source: System.Management.Automation.CompletionResult. */
export interface CompletionMatch {
  /** What is put in place. */
  readonly text: string;
  /** What a list of matches shows. */
  readonly list: string;
  readonly type: CompletionType;
  readonly tip: string;
}

/** Source: System.Management.Automation.CommandCompletion. */
export interface Completion {
  readonly replacementIndex: number;
  readonly replacementLength: number;
  readonly matches: readonly CompletionMatch[];
}

/** Where an input is to be completed. */
export interface CompletionRequest {
  readonly session: Session;
  /** The input up to the cursor. */
  readonly before: string;
  /** Values that an embedder knows for a parameter. */
  readonly complete?: ArgumentCompleter | undefined;
}

/** Gives the values that a parameter of a command could have; undefined when it has none to tell. */
export type ArgumentCompleter = (argument: {
  readonly command: string;
  readonly parameter: string;
  readonly word: string;
}) => readonly string[] | undefined;

/** What one kind of completion found for the last `length` characters. */
export interface Found {
  readonly length: number;
  readonly matches: readonly CompletionMatch[];
}

export const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

export const startsWith = (text: string, beginning: string): boolean =>
  text.toLowerCase().startsWith(beginning.toLowerCase());

/** Compares as the original sorts its matches. */
export const byName = (left: string, right: string): number => {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return a < b ? -1 : Number(a > b);
};

/** Text as a bare argument, in quotes where it needs them. */
export const asArgument = (text: string): string =>
  /[\s'"`$;|&(){}<>,@#]/.test(text) || text === '' ? `'${text.replaceAll("'", "''")}'` : text;

import type { RunScriptMember } from '../../runtime/members/get-member.ts';
import type { ErrorRecord } from '../../runtime/values/error-record.ts';
import { nothing } from '../../runtime/values/nothing.ts';
import type { ErrorViewOptions } from '../concise-view.ts';
import { type ErrorViewName, errorRecordView, formatError } from '../error-view.ts';
import { type FormatOutput, createFormatOutput } from '../format-output.ts';
import { type FormatStyle, plainStyle } from '../line-output.ts';
import { ViewRegistry } from '../view-registry.ts';
import type { View } from '../view.ts';
import { builtInViews } from '../views/built-in-views.ts';
import { languageError } from './language-error.ts';
import { languageSource } from './language-source.ts';

export interface LanguageOutputOptions {
  /** Takes whole lines, each with its line feed. */
  readonly write: (text: string) => void;
  /** Columns of the screen; lines use one less. */
  readonly width: number;
  readonly run: RunScriptMember;
  readonly views?: Iterable<View>;
  readonly style?: FormatStyle;
  readonly enumerationLimit?: number | undefined;
  /** `$ErrorView` at that moment. */
  readonly errorView?: () => ErrorViewName;
}

/** Out-Default of the language: its values in, text out, with the built-in views and those of the embedder before them. */
export function createLanguageOutput(options: LanguageOutputOptions): FormatOutput {
  const { enumerationLimit, run, style = plainStyle, views = [], width, write } = options;
  const output = createFormatOutput({
    source: languageSource(run),
    views: new ViewRegistry([...views, recordView(options), ...builtInViews]),
    width: width - 1,
    enumerationLimit,
    style,
    writeLine: (line) => write(`${line}\n`),
  });
  return { add: (value) => void (value !== nothing && output.add(value)), end: () => output.end() };
}

/** An error record for the error stream: without the line feed that ends it in the output. */
export function languageErrorText(record: ErrorRecord, options: Omit<LanguageOutputOptions, 'run' | 'write'>): string {
  const view = options.errorView?.() ?? 'ConciseView';
  return formatError(languageError(record), view, viewOptions(options)).replace(/\n$/, '');
}

function recordView(options: LanguageOutputOptions): View {
  return errorRecordView({
    shape: (value) => languageError(value as ErrorRecord),
    view: options.errorView ?? (() => 'ConciseView'),
    options: () => viewOptions(options),
  });
}

function viewOptions({ style = plainStyle, width }: Omit<LanguageOutputOptions, 'run' | 'write'>): ErrorViewOptions {
  return { style, windowWidth: width };
}

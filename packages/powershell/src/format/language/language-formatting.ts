import type { Formatting, OutputTarget, TargetKind } from '../../runtime/engine/formatting.ts';
import type { RunScriptMember } from '../../runtime/members/get-member.ts';
import type { ErrorRecord } from '../../runtime/values/error-record.ts';
import { nothing } from '../../runtime/values/nothing.ts';
import { isDecorated, plainText } from '../decorated-text.ts';
import { type ErrorViewName, errorRecordView, formatError } from '../error-view.ts';
import { type FormatOutput, createFormatOutput } from '../format-output.ts';
import type { FormatPacket } from '../format-packet.ts';
import { type FormatRequest, defaultEnumerationLimit } from '../format-request.ts';
import type { FormatSource } from '../format-source.ts';
import { Formatter } from '../formatter.ts';
import { type FormatStyle, plainStyle } from '../line-output.ts';
import { ViewRegistry, type ViewShelf } from '../view-registry.ts';
import type { View } from '../view.ts';
import { builtInViews } from '../views/built-in-views.ts';
import { languageError } from './language-error.ts';
import { languageSource } from './language-source.ts';

export interface LanguageFormattingOptions {
  /** Columns of the screen at that moment; lines use one less. */
  readonly width: () => number;
  /** Its lines, after which `-RepeatHeader` repeats a heading. */
  readonly height?: () => number | undefined;
  readonly run: RunScriptMember;
  readonly views?: Iterable<View>;
  readonly viewShelves?: Iterable<ViewShelf>;
  /** Escape sequences for a target; the plain ones take them out of what is shown, too. */
  readonly style?: (target: TargetKind) => FormatStyle;
  /** `$FormatEnumerationLimit` at that moment. */
  readonly enumerationLimit?: () => number;
  /** `$ErrorView` at that moment. */
  readonly errorView?: () => ErrorViewName;
}

/** How one session shows the language's values: its views, and the settings that scripts change. */
export class LanguageFormatting implements Formatting {
  readonly source: FormatSource;
  /** The views of the embedder before the built-in ones. */
  readonly views: ViewRegistry;
  readonly #options: LanguageFormattingOptions;

  constructor(options: LanguageFormattingOptions) {
    this.#options = options;
    this.source = languageSource(options.run);
    this.views = new ViewRegistry([...(options.views ?? []), this.#recordView(), ...builtInViews]);
    for (const shelf of options.viewShelves ?? []) this.views.addShelf(shelf);
  }

  /** Escape sequences for the screen. */
  get screenStyle(): FormatStyle {
    return this.#style('screen');
  }

  /** Cells of a line of the screen, whose last column stays free. */
  get lineWidth(): number {
    return this.#options.width() - 1;
  }

  /** Out-Default, Out-Host and Out-String: values in, lines out. */
  createOutput({ writeLine, width = this.lineWidth, kind = 'text' }: OutputTarget): FormatOutput {
    const { source, views } = this;
    const style = (): FormatStyle => this.#style(kind);
    const output = createFormatOutput({
      source,
      views,
      width,
      height: kind === 'screen' ? this.#options.height?.() : undefined,
      enumerationLimit: this.#enumerationLimit(),
      get style() {
        return style();
      },
      writeLine: (line) => writeLine(isDecorated(line) && style() === plainStyle ? plainText(line) : line),
    });
    return { add: (value) => void (value !== nothing && output.add(value)), end: () => output.end() };
  }

  /** A Format cmdlet: values in, packets out. */
  createFormatter(request: FormatRequest, write: (packet: FormatPacket) => void): Formatter {
    const { source, views } = this;
    return new Formatter({ source, views, enumerationLimit: this.#enumerationLimit(), request, write });
  }

  /** An error record for the error stream: without the line feed that ends it in the output. */
  errorText(record: ErrorRecord): string {
    const view = this.#options.errorView?.() ?? 'ConciseView';
    return formatError(languageError(record), view, this.#viewOptions()).replace(/\n$/, '');
  }

  #style(kind: TargetKind): FormatStyle {
    return this.#options.style?.(kind) ?? plainStyle;
  }

  #enumerationLimit(): number {
    return this.#options.enumerationLimit?.() ?? defaultEnumerationLimit;
  }

  #viewOptions(): { readonly style: FormatStyle; readonly windowWidth: number } {
    return { style: this.screenStyle, windowWidth: this.#options.width() };
  }

  #recordView(): View {
    return errorRecordView({
      shape: (value) => languageError(value as ErrorRecord),
      view: this.#options.errorView ?? (() => 'ConciseView'),
      options: () => this.#viewOptions(),
    });
  }
}

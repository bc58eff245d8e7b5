import type { FormatOutput } from '../../format/format-output.ts';
import type { FormatPacket } from '../../format/format-packet.ts';
import type { FormatRequest } from '../../format/format-request.ts';
import type { FormatSource } from '../../format/format-source.ts';
import type { Formatter } from '../../format/formatter.ts';
import type { FormatStyle } from '../../format/line-output.ts';
import type { ViewRegistry } from '../../format/view-registry.ts';
import type { ErrorRecord } from '../values/error-record.ts';

/** Lines reach a person at a screen, or are kept. */
export type TargetKind = 'screen' | 'text';

/** Where lines go. */
export interface OutputTarget {
  /** Takes one line at a time, without its line feed. */
  readonly writeLine: (line: string) => void;
  /** Cells of a line; those of the screen without it. */
  readonly width?: number | undefined;
  /** A text without it. */
  readonly kind?: TargetKind;
}

/** How a session shows values; `format/language` is what does it. */
export interface Formatting {
  readonly source: FormatSource;
  /** The views of the embedder before the built-in ones. */
  readonly views: ViewRegistry;
  /** Escape sequences for the screen. */
  readonly screenStyle: FormatStyle;
  /** Cells of a line of the screen, whose last column stays free. */
  readonly lineWidth: number;
  /** Out-Default, Out-Host and Out-String: values in, lines out. */
  createOutput(target: OutputTarget): FormatOutput;
  /** A Format cmdlet: values in, packets out. */
  createFormatter(request: FormatRequest, write: (packet: FormatPacket) => void): Formatter;
  /** An error record for the error stream: without the line feed that ends it in the output. */
  errorText(record: ErrorRecord): string;
}

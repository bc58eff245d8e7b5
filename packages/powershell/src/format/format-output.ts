import { foldAnywhere, foldAtWords } from './fold-text.ts';
import { FormatData } from './format-packet.ts';
import { type FormatContext, defaultEnumerationLimit } from './format-request.ts';
import type { FormatSource } from './format-source.ts';
import { Formatter } from './formatter.ts';
import { type FormatStyle, type LineOutput, plainStyle } from './line-output.ts';
import { PacketWriter } from './packet-writer.ts';
import type { ViewRegistry } from './view-registry.ts';

export interface FormatOutputOptions {
  readonly source: FormatSource;
  readonly views: ViewRegistry;
  /** Cells per line; the console and Out-String take one less than the screen has. */
  readonly width: number;
  readonly height?: number | undefined;
  readonly enumerationLimit?: number | undefined;
  /** Asked for each part that is written: scripts change it. */
  readonly style?: FormatStyle | undefined;
  /** Keeps words whole in lists and wrapped cells. The original does so in Western cultures, not in the invariant one. */
  readonly wordWrap?: boolean | undefined;
  readonly now?: (() => number) | undefined;
  readonly writeLine: (line: string) => void;
}

/** Out-Default, Out-Host and Out-String: values, or what Format cmdlets made of them, in; lines out. */
export interface FormatOutput {
  add(value: unknown): void;
  end(): void;
}

export function createFormatOutput(options: FormatOutputOptions): FormatOutput {
  const writer = new PacketWriter({ output: lineOutput(options), now: options.now });
  const { source, views, enumerationLimit = defaultEnumerationLimit } = options;
  const context: FormatContext = { source, views, enumerationLimit };
  const formatter = new Formatter({ ...context, request: {}, write: (packet) => writer.write(packet) });
  return {
    add: (value) => {
      if (!(value instanceof FormatData)) return formatter.add(value);
      if (value.packet.kind === 'start') formatter.end();
      writer.write(value.packet);
    },
    end: () => {
      formatter.end();
      writer.end();
    },
  };
}

function lineOutput(options: FormatOutputOptions): LineOutput {
  const { width, height, wordWrap = false, writeLine } = options;
  return {
    width,
    height,
    get style() {
      return options.style ?? plainStyle;
    },
    fold: wordWrap ? foldAtWords : foldAnywhere,
    writeLine,
  };
}

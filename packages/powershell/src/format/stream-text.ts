import type { FormatStyle } from './line-output.ts';

export type MessageStream = 'debug' | 'verbose' | 'warning';

/** A message of a side stream as the console shows it: `WARNING: text`. */
export function streamText(stream: MessageStream, message: string, style: FormatStyle): string {
  return `${style[stream]}${stream.toUpperCase()}: ${message}${style.reset}`;
}

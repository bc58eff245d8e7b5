import type { Formatting } from './engine/formatting.ts';
import { plainText } from '../format/decorated-text.ts';
import { type FormatStyle, plainStyle } from '../format/line-output.ts';
import { type RecordTexts } from './engine/streams.ts';
import { EnumValue } from './values/enum-value.ts';
import { consoleColour } from './values/ps-style.ts';
import { HostInformationMessage, type InformationRecord, type MessageRecord } from './values/stream-records.ts';
import { toText } from './values/to-text.ts';

const styleNames = { Warning: 'warning', Verbose: 'verbose', Debug: 'debug' } as const;

/** What a screen shows of records; each text ends its line itself. */
export function recordTexts(formatting: Formatting): RecordTexts {
  const style = (): FormatStyle => formatting.screenStyle;
  return {
    error: (record) => `${formatting.errorText(record)}\n`,
    message: (record) => `${messageLine(record, style())}\n`,
    information: (record) => informationText(record, style()),
  };
}

/** `WARNING: text`. */
export function messageLine({ kind, message }: MessageRecord, style: FormatStyle): string {
  const line = `${kind.toUpperCase()}: ${message}`;
  return style === plainStyle ? plainText(line) : style[styleNames[kind]] + line + style.reset;
}

/** Write-Host can leave its line open. */
function informationText({ data }: InformationRecord, style: FormatStyle): string {
  if (!(data instanceof HostInformationMessage)) return `${shown(toText(data), style)}\n`;
  const end = data.noNewLine ? '' : '\n';
  if (style === plainStyle) return plainText(data.message) + end;
  const colours = colour(data.foregroundColor, 30) + colour(data.backgroundColor, 40);
  return (colours === '' ? data.message : colours + data.message + style.reset) + end;
}

const shown = (text: string, style: FormatStyle): string => (style === plainStyle ? plainText(text) : text);

const colour = (value: unknown, first: 30 | 40): string =>
  value instanceof EnumValue ? consoleColour(value.value, first) : '';

import { TimeSpan } from '../../dotnet/index.ts';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const code = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

// Surrogates that stand alone, control characters, and an underscore that would begin such a code.
const special =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|_(?=x)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gi;

/** Text as elements have it; what XML cannot hold as `_xHHHH_`. Source: InternalSerializer.EncodeString. */
export const encodeText = (text: string): string =>
  text.replace(special, code).replaceAll(/[&<>]/g, (mark) => marks[mark]!);

export const encodeAttribute = (text: string): string => encodeText(text).replaceAll('"', '&quot;');

export const decodeText = (text: string): string =>
  text.replaceAll(/_x([\da-f]{4})_/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

const units = [
  ['D', 864_000_000_000n],
  ['H', 36_000_000_000n],
  ['M', 600_000_000n],
] as const;

/** `P1DT2H3M4.5S`. Source: XmlConvert.ToString. */
export function durationText({ ticks }: TimeSpan): string {
  let rest = ticks < 0n ? -ticks : ticks;
  const parts: Record<string, bigint> = {};
  for (const [unit, size] of units) {
    parts[unit] = rest / size;
    rest %= size;
  }
  const fraction = String(rest % 10_000_000n)
    .padStart(7, '0')
    .replace(/0+$/, '');
  const seconds = `${rest / 10_000_000n}${fraction === '' ? '' : `.${fraction}`}`;
  const { D = 0n, H = 0n, M = 0n } = parts;
  const time = `${H > 0n ? `${H}H` : ''}${M > 0n ? `${M}M` : ''}${seconds === '0' ? '' : `${seconds}S`}`;
  const day = D > 0n ? `${D}D` : '';
  return `${ticks < 0n ? '-' : ''}P${day}${time === '' ? (day === '' ? 'T0S' : '') : `T${time}`}`;
}

export function parseDuration(text: string): TimeSpan {
  const match = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,7})\d*)?S)?)?$/.exec(text);
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match ?? [];
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const ticks = whole * 10_000_000n + BigInt(fraction.padEnd(7, '0'));
  return new TimeSpan(sign === '-' ? -ticks : ticks);
}

import { grouped, roundText } from './round-text.ts';

/** A number by a custom format: `0`, `#`, `.`, `,`, `%`, quoted text, and sections between `;`. */
export function customNumber(digits: string, format: string): string {
  const sections = splitSections(format);
  const negative = digits.startsWith('-');
  const isZero = !/[1-9]/.test(digits);
  const chosen =
    isZero && sections[2] !== undefined ? sections[2] : negative && sections[1] ? sections[1] : sections[0]!;
  const text = fill(digits.replace('-', ''), chosen);
  return negative && chosen === sections[0] && /[1-9]/.test(text) ? `-${text}` : text;
}

const splitSections = (format: string): string[] =>
  Array.from(format.matchAll(/((?:'[^']*'|"[^"]*"|\\.|[^;])*)(?:;|$)/g), ([, section = '']) => section).slice(0, 3);

const token = /'([^']*)'|"([^"]*)"|\\(.)|([0#]+)|([.,%])|([^])/g;

function fill(digits: string, section: string): string {
  const plain = section.replaceAll(/'[^']*'|"[^"]*"|\\./g, '');
  const [whole = '', fraction = ''] = plain.split('.');
  const places = fraction.replaceAll(/[^0#]/g, '').length;
  const scaledDigits = plain.includes('%') ? timesHundred(digits) : digits;
  const [integerPart = '', decimals = ''] = roundText(scaledDigits, places).split('.');
  const least = whole.replaceAll(/[^0]/g, '').length;
  const shown = integerPart.replace(/^0+/, '').padStart(least, '0');
  const withCommas = /[0#],[0#]/.test(whole) ? grouped(shown) : shown;
  return place(section, { whole: withCommas, decimals: trimOptional(decimals, fraction.replaceAll(/[^0#]/g, '')) });
}

function timesHundred(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const padded = fraction.padEnd(2, '0');
  return `${whole}${padded.slice(0, 2)}.${padded.slice(2) || '0'}`;
}

/** Zeros at places that only `#` asks for are left out. */
function trimOptional(decimals: string, pattern: string): string {
  const least = pattern.lastIndexOf('0') + 1;
  let end = decimals.length;
  while (end > least && decimals[end - 1] === '0') end--;
  return decimals.slice(0, end);
}

/** The digits go where the first placeholder stands; literals keep their places. */
function place(section: string, parts: { whole: string; decimals: string }): string {
  let state: 'before' | 'whole' | 'fraction' = 'before';
  let decimalsWritten = false;
  return Array.from(section.matchAll(token), ([, single, double, escaped, placeholder, mark, other]) => {
    const literal = single ?? double ?? escaped ?? other;
    if (literal !== undefined) return literal;
    if (mark === '%') return '%';
    if (mark === '.') {
      const head = state === 'before' ? parts.whole : '';
      state = 'fraction';
      decimalsWritten = true;
      return head + (parts.decimals === '' ? '' : `.${parts.decimals}`);
    }
    if (placeholder === undefined || state !== 'before' || decimalsWritten) return '';
    state = 'whole';
    return parts.whole;
  }).join('');
}

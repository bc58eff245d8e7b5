const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Zones by name, in hours from UTC. RFC 5322 4.3 */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  met: 1,
  bst: 1,
  jst: 9,
};

const dateForm =
  /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})[\s,]+(\d{1,2})\s*[:.]\s*(\d{1,2})(?:\s*[:.]\s*(\d{1,2}))?(?:\.\d+)?\s*(?:([+-])(\d{2}):?(\d{2})|([a-z]{1,5}))?/i;
const ctimeForm = /^[a-z]{3}\s+([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(\d{4})/i;

/** Reads the date of a mail, as RFC 5322 has it or older programs wrote it; without a zone it is UTC. */
export function parseMailDate(text: string): Date | undefined {
  const plain = withoutComments(text).trim();
  return readDate(plain) ?? readCtime(plain) ?? readIso(plain);
}

/** Comments in brackets may stand anywhere, and in one another. */
function withoutComments(text: string): string {
  let depth = 0;
  let out = '';
  for (const sign of text) {
    if (sign === '(') depth++;
    else if (sign === ')' && depth > 0) depth--;
    else if (depth === 0) out += sign;
  }
  return out;
}

function readDate(text: string): Date | undefined {
  const found = dateForm.exec(text);
  if (found === null) return undefined;
  const [, day, month, year, hour, minute, second = '0', sign, zoneHours, zoneMinutes, zone = 'utc'] = found;
  const offset =
    sign === undefined
      ? (zones[zone.toLowerCase()] ?? 0) * 60
      : (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  return makeDate([fullYear(year!), month!, Number(day), Number(hour), Number(minute), Number(second)], offset);
}

/** Two digits below 50 are of this century, others and three digits count from 1900. RFC 5322 4.3 */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return year + (digits.length === 2 && year < 50 ? 2000 : 1900);
}

function readCtime(text: string): Date | undefined {
  const found = ctimeForm.exec(text);
  if (found === null) return undefined;
  const [, month, day, hour, minute, second, year] = found;
  return makeDate([Number(year), month!, Number(day), Number(hour), Number(minute), Number(second)], 0);
}

function readIso(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined;
  const date = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

type Fields = readonly [year: number, month: string, day: number, hour: number, minute: number, second: number];

function makeDate([year, name, day, hour, minute, second]: Fields, offset: number): Date | undefined {
  const month = months.indexOf(name.slice(0, 3).toLowerCase());
  if (month === -1 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined;
  return new Date(Date.UTC(year, month, day, hour, minute - offset, second));
}

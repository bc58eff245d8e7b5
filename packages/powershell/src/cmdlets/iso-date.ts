import { type DateTime, type DateTimeOffset, formatDateTime, formatDateTimeOffset } from '../dotnet/index.ts';

const trimFraction = (text: string): string =>
  text.replace(/\.(\d*?)0+(?=$|[Z+-])/, (_, kept: string) => (kept === '' ? '' : `.${kept}`));

/** ISO 8601 with no more digits than needed; `Z` for UTC, the zone for local times. */
export function isoDate(value: DateTime): string {
  const zone = { Utc: "'Z'", Local: 'zzz', Unspecified: '' }[value.kind];
  return trimFraction(formatDateTime(value, `yyyy-MM-dd'T'HH:mm:ss.fffffff${zone}`));
}

export const isoOffsetDate = (value: DateTimeOffset): string =>
  trimFraction(formatDateTimeOffset(value, "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz"));

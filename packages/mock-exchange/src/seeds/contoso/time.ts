import { ruleOfZone, utcFromLocal } from '@cutover/content';

/** Where most of Contoso works. */
export const homeZone = 'America/Los_Angeles';

/** The instant of a local time at headquarters, e.g. 2012-11-06T09:00. */
export function at(local: string): Date {
  const date = new Date(`${local}Z`);
  return utcFromLocal(date, ruleOfZone(homeZone, date.getUTCFullYear()));
}

/** Midnight UTC of a day: how tasks keep dates. */
export const day = (date: string): Date => new Date(`${date}T00:00Z`);

export const minutesLater = (date: Date, minutes: number): Date => new Date(date.getTime() + minutes * 60_000);

// 1601-01-01T00:00Z in milliseconds of the Unix epoch.
const start = Date.UTC(1601, 0, 1);
const minute = 60_000;
const day = 1440;

/** Minutes since 1601-01-01T00:00 of a time that the fields of a Date give in UTC: series keep local time so. */
export const rtimeFromDate = (local: Date): number => Math.round((local.getTime() - start) / minute);
/** The other way round: a Date whose UTC fields are the local time. */
export const dateFromRtime = (rtime: number): Date => new Date(start + rtime * minute);
/** Midnight before or at this time. */
export const midnight = (rtime: number): number => rtime - (rtime % day);

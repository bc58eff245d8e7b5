// 1601-01-01 to 1970-01-01 in units of 100 ns.
const epoch = 116_444_736_000_000_000n;
const unitsPerMs = 10_000n;

/** A date as FILETIME: 100 ns units since 1601-01-01T00:00Z. [MS-DTYP] 2.3.3 */
export function filetimeFromDate(date: Date): bigint {
  return BigInt(date.getTime()) * unitsPerMs + epoch;
}

/** A FILETIME as a date; what is finer than a millisecond is cut, times past year 275760 give an invalid date. */
export function dateFromFiletime(filetime: bigint): Date {
  return new Date(Number((filetime - epoch) / unitsPerMs));
}

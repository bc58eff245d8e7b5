/** A BigInteger as a Double: .NET cuts off the bits that do not fit. */
export function truncatedDouble(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const extra = BigInt(Math.max(0, magnitude.toString(2).length - 53));
  const kept = Number((magnitude >> extra) << extra);
  return value < 0n ? -kept : kept;
}

/** The text of an enumeration's value: its name, its flags joined, or the number. */
export function enumText(names: Readonly<Record<string, number>>, value: number, flags: boolean): string {
  const exact = Object.keys(names).find((name) => names[name] === value);
  if (exact !== undefined) return exact;
  return (flags ? flagsText(names, value) : undefined) ?? String(value);
}

function flagsText(names: Readonly<Record<string, number>>, value: number): string | undefined {
  const found: string[] = [];
  let rest = value;
  const largestFirst = Object.entries(names).toSorted(([, a], [, b]) => b - a);
  for (const [name, bits] of largestFirst) {
    if (bits === 0 || (rest & bits) !== bits) continue;
    found.unshift(name);
    rest &= ~bits;
  }
  return rest === 0 && found.length > 0 ? found.join(', ') : undefined;
}

/** Rows of name and value under a head, for people. */
export function table([head, ...rows]: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return [head?.[0], ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ''].join('\n');
}

/** `value` in times of `base`. */
export const ratio = (value: number, base: number): string => `${(value / base).toFixed(2)}×`;

/** Decimal digits with so many places behind the point, halves away from zero. */
export function roundText(text: string, places: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [integerPart = '0', fraction = ''] = text.replace('-', '').split('.');
  const kept = BigInt(integerPart + fraction.slice(0, places).padEnd(places, '0'));
  const rounded = (fraction.charCodeAt(places) >= 53 ? kept + 1n : kept).toString().padStart(places + 1, '0');
  const result = places === 0 ? rounded : `${rounded.slice(0, -places)}.${rounded.slice(-places)}`;
  return sign + result;
}

/** Commas between thousands. */
export function grouped(text: string): string {
  const [integerPart = '', fraction] = text.split('.');
  const withCommas = integerPart.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

/** Bytes written as hex digits, white space between them as one likes. */
export function hex(strings: TemplateStringsArray, ...values: readonly string[]): Uint8Array {
  return Uint8Array.from(Buffer.from(String.raw({ raw: strings }, ...values).replaceAll(/\s/g, ''), 'hex'));
}

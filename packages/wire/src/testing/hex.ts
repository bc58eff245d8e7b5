/** The bytes that a template of hexadecimal digits shows; spaces and line breaks are free. */
export function hex(parts: TemplateStringsArray, ...values: (string | number)[]): Uint8Array<ArrayBuffer> {
  const digits = String.raw({ raw: parts.raw }, ...values).replace(/\s+/g, '');
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new Error(`not hexadecimal: ${digits}`);
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

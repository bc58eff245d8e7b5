/** A header value of the form `type/subtype; name=value`. */
export interface ParameterizedValue {
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const parameterForm = /[;\s]\s*([^\s;=()<>@,:\\"/[\]?]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/gs;

/** Reads a Content-Type or Content-Disposition, also one that forgot its semicolons. RFC 2045 5.1 */
export function parseParameters(header: string): ParameterizedValue {
  const value = /^[^\s;]*/.exec(header.trim())?.[0].toLowerCase() ?? '';
  const parameters: Record<string, string> = {};
  for (const [, name, quoted, plain] of header.matchAll(parameterForm)) {
    parameters[name!.toLowerCase()] ??= quoted?.replaceAll(/\\(.)/gs, '$1') ?? plain ?? '';
  }
  return { value, parameters };
}

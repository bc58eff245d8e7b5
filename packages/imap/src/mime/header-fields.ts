/** One field of a header as it stands there, and its value without folds. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
  /** With its line breaks. */
  readonly raw: string;
}

const fieldForm = /^([!-9;-~]+)[ \t]*:/;

/** The fields of a header given one character a byte; lines that are none are passed over. RFC 5322 2.2 */
export function parseHeader(text: string): HeaderField[] {
  const fields: HeaderField[] = [];
  let raw = '';
  const end = (): void => {
    const name = fieldForm.exec(raw)?.[1];
    if (name !== undefined)
      fields.push({ name: name.toLowerCase(), value: unfold(raw.slice(raw.indexOf(':') + 1)), raw });
    raw = '';
  };
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (!/^[ \t]/.test(line)) end();
    raw += line;
  }
  end();
  return fields;
}

const unfold = (value: string): string => value.replaceAll(/\r?\n(?=[ \t])/g, '').trim();

export const fieldValue = (fields: readonly HeaderField[], name: string): string | undefined =>
  fields.find((field) => field.name === name)?.value;

/** A value with parameters: `text/plain; charset=x`. RFC 2045 5.1 */
export interface ParameterizedValue {
  readonly value: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

const parameterForm = /;\s*([^\s;=()<>@,:\\"/[\]?]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/gs;

export function parseParameters(text: string): ParameterizedValue {
  const parameters = [...text.matchAll(parameterForm)].map(
    ([, name, quoted, plain]) => [name!, quoted?.replaceAll(/\\(.)/gs, '$1') ?? plain ?? ''] as const,
  );
  return { value: /^[^\s;]*/.exec(text.trim())![0], parameters };
}

export const parameterOf = ({ parameters }: ParameterizedValue, name: string): string | undefined =>
  parameters.find(([known]) => known.toLowerCase() === name)?.[1];

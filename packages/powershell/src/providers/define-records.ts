import { ErrorRecord, ExceptionValue } from '../runtime/values/error-record.ts';

/** One error of a catalogue: the entry's name is its id unless `id` says otherwise. */
export interface RecordDefinition {
  readonly id?: string;
  readonly category: string;
  /** The exception's type in full; `Management.` stands for `System.Management.Automation.`. */
  readonly exception: string;
  /** With `{0}`, `{1}` for what is told. */
  readonly text: string;
}

export type MakeRecord<T> = (name: keyof T & string, values?: readonly string[], target?: unknown) => ErrorRecord;

/** Makes the records of a catalogue of errors. */
export function defineRecords<T extends Readonly<Record<string, RecordDefinition>>>(table: T): MakeRecord<T> {
  return (name, values = [], target = null) => {
    const { id = name, category, exception, text } = table[name]!;
    const typeName = exception.replace(/^Management\./, 'System.Management.Automation.');
    const message = text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
    return new ErrorRecord({ exception: new ExceptionValue(typeName, message), id, category, target });
  };
}

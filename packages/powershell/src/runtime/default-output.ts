import type { FormatOutput } from '../format/format-output.ts';
import type { Formatting } from './engine/formatting.ts';
import type { Host } from './engine/host.ts';
import type { Output } from './engine/output.ts';
import { messageLine } from './record-texts.ts';
import { ErrorRecord } from './values/error-record.ts';
import { MessageRecord } from './values/stream-records.ts';

/** Shows what nobody takes on the host, as one Out-Default for each script that is invoked. */
export class DefaultOutput implements Output {
  readonly #create: () => FormatOutput;
  #output: FormatOutput | undefined;

  readonly #formatting: Formatting;
  readonly #writeError: (record: ErrorRecord) => void;

  constructor(formatting: Formatting, host: Pick<Host, 'write' | 'writeError'>) {
    this.#formatting = formatting;
    this.#writeError = (record) => host.writeError(`${formatting.errorText(record)}\n`);
    this.#create = () => formatting.createOutput({ writeLine: (line) => host.write(`${line}\n`), kind: 'screen' });
  }

  write(value: unknown): void {
    if (value instanceof ErrorRecord && value.isMerged) return this.#writeError(value);
    this.#output ??= this.#create();
    this.#output.add(value instanceof MessageRecord ? messageLine(value, this.#formatting.screenStyle) : value);
  }

  /** Ends the document that is being shown. */
  flush(): void {
    this.#output?.end();
    this.#output = undefined;
  }
}

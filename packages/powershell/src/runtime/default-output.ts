import type { FormatOutput } from '../format/format-output.ts';
import type { LanguageFormatting } from '../format/language/language-formatting.ts';
import type { Host } from './engine/host.ts';
import type { Output } from './engine/output.ts';
import { messageLine } from './engine/streams.ts';
import { MessageRecord } from './values/stream-records.ts';

/** Shows what nobody takes on the host, as one Out-Default for each script that is invoked. */
export class DefaultOutput implements Output {
  readonly #create: () => FormatOutput;
  #output: FormatOutput | undefined;

  constructor(formatting: LanguageFormatting, host: Pick<Host, 'write'>) {
    this.#create = () => formatting.createOutput({ writeLine: (line) => host.write(`${line}\n`) });
  }

  write(value: unknown): void {
    this.#output ??= this.#create();
    this.#output.add(value instanceof MessageRecord ? messageLine(value) : value);
  }

  /** Ends the document that is being shown. */
  flush(): void {
    this.#output?.end();
    this.#output = undefined;
  }
}

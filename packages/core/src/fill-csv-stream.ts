import type { Backend, BackendMessage } from './backend.ts';
import { csvBytes, firstCsvPage, nextCsvPage, type CsvStream } from './csv-pages.ts';

/** Calls a Backend; rows that are for a stream of the caller are written there. */
export function invokeFillingCsvStream(
  backend: Backend,
  ...call: Parameters<Backend['invoke']>
): AsyncIterable<BackendMessage> {
  const [cmdlet, parameters] = call;
  return firstCsvPage(cmdlet, parameters) === undefined ? backend.invoke(...call) : fill(backend, ...call);
}

async function* fill(
  backend: Backend,
  ...[cmdlet, parameters, options]: Parameters<Backend['invoke']>
): AsyncGenerator<BackendMessage> {
  const stream = parameters['CsvStream'] as CsvStream;
  let page = firstCsvPage(cmdlet, parameters);
  while (page) {
    const call = page;
    page = undefined;
    for await (const message of backend.invoke(cmdlet, call, options)) {
      if (message.kind !== 'record') {
        yield message;
        continue;
      }
      await stream.write(csvBytes(message.record));
      page = nextCsvPage(call, message.record);
    }
  }
}

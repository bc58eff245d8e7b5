import {
  type BackendMessage,
  type CmdletParameters,
  csvBytes,
  type CsvStream,
  firstCsvPage,
  nextCsvPage,
} from '@cutover/core/metadata';
import type { SyncBackend } from '../world/sync-backend.ts';

/** Calls a Backend; rows that are for a stream of the script are written there. */
export function invokeFillingCsvStream(
  backend: SyncBackend,
  cmdlet: string,
  parameters: CmdletParameters,
): Iterable<BackendMessage> {
  const page = firstCsvPage(cmdlet, parameters);
  if (page === undefined) return backend.invoke(cmdlet, parameters);
  return fill(parameters['CsvStream'] as CsvStream, (rows) => backend.invoke(cmdlet, rows), page);
}

function* fill(
  stream: CsvStream,
  call: (page: CmdletParameters) => Iterable<BackendMessage>,
  first: CmdletParameters,
): Generator<BackendMessage> {
  let page: CmdletParameters | undefined = first;
  while (page) {
    const asked: CmdletParameters = page;
    page = undefined;
    for (const message of call(asked)) {
      if (message.kind !== 'record') {
        yield message;
        continue;
      }
      stream.write(csvBytes(message.record));
      page = nextCsvPage(asked, message.record);
    }
  }
}

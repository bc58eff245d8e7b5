import { encodingByName, encodings } from '../../dotnet/index.ts';
import { FileInfo } from '../../providers/file-system/file-info.ts';
import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import { leafOf } from '../../providers/path-text.ts';
import { textOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { type NumericValue, isNumeric, toNumber } from '../../runtime/values/number-types.ts';
import { newGuidText } from '../../runtime/values/running-session.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { drivesFor } from '../files/item-paths.ts';

export interface WebBody {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

const formType = 'application/x-www-form-urlencoded';

/** Whether a dictionary is the query of the address instead of a body. */
export const isQuery = (body: unknown, method: string): body is Dictionary =>
  method === 'GET' && body instanceof Dictionary;

/** What `-InFile`, `-Form` or `-Body` send. */
export function bodyOf(context: CommandContext, method: string): WebBody | undefined {
  const { parameters } = context;
  const file = textOf(parameters, 'InFile');
  if (file !== undefined) return { bytes: readFile(context, file), contentType: undefined };
  const { Body: body = null, Form: form } = parameters;
  if (form instanceof Dictionary) return multipart(context, form);
  if (body === null || isQuery(body, method)) return undefined;
  if (body instanceof Dictionary) return { bytes: Buffer.from(formText(body)), contentType: formType };
  const list = listOf(body);
  if (list?.every((each) => isNumeric(each))) {
    return { bytes: Uint8Array.from(list, (byte) => toNumber(byte as NumericValue)), contentType: undefined };
  }
  return { bytes: encoded(context, toText(body)), contentType: method === 'POST' ? formType : undefined };
}

export const formText = (form: Dictionary): string =>
  new URLSearchParams(
    Array.from(form.pairs(), ([key, value]): [string, string] => [toText(key), toText(value)]),
  ).toString();

/** Text goes out in the charset that `-ContentType` names. */
function encoded({ parameters }: CommandContext, text: string): Uint8Array {
  const charset = /charset="?([^";\s]+)/i.exec(textOf(parameters, 'ContentType') ?? '')?.[1];
  return (charset === undefined ? encodings.utf8 : encodingByName(charset)).encode(text);
}

function readFile(context: CommandContext, given: string): Uint8Array {
  const drives = drivesFor(context);
  return inOperation(fileOpening, () => drives.fileSystem.files.read(drives.resolve(given).path));
}

/** A form of several parts: files by their FileInfo, lists as a part for each element. Source: RFC 7578. */
function multipart(context: CommandContext, form: Dictionary): WebBody {
  const boundary = newGuidText();
  const parts = Array.from(form.pairs(), ([key, value]) =>
    (listOf(value) ?? [value]).map((each) => part(context, toText(key), each)),
  );
  const pieces = parts.flat().flatMap((piece) => [Buffer.from(`--${boundary}\r\n`), ...piece, Buffer.from('\r\n')]);
  return {
    bytes: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary="${boundary}"`,
  };
}

function part(context: CommandContext, name: string, value: unknown): readonly Buffer[] {
  const disposition = `Content-Disposition: form-data; name="${name.replaceAll('"', '%22')}"`;
  if (!(value instanceof FileInfo)) return [Buffer.from(`${disposition}\r\n\r\n${toText(value)}`)];
  const leaf = leafOf(value.path).replaceAll('"', '%22');
  const head = `${disposition}; filename="${leaf}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return [Buffer.from(head), Buffer.from(readFile(context, value.path))];
}

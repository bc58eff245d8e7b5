import { decodeText, linesOf, textEncoding } from '../cmdlets/files/text-encoding.ts';
import type { Session } from '../runtime/engine/session.ts';
import { listOf } from '../runtime/values/enumerate.ts';
import { toText } from '../runtime/values/to-text.ts';
import { drivesOf } from './drives.ts';
import { inOperation } from './file-system/file-record.ts';
import type { ItemPath } from './provider.ts';

export interface DriveVariable {
  readonly drive: string;
  readonly name: string;
}

/** Whether `${drive:name}` is on a drive of the session. */
export const isOnDrive = (session: Session, { drive }: DriveVariable): boolean =>
  drivesOf(session).find(drive) !== undefined;

const itemOf = (session: Session, { drive, name }: DriveVariable): ItemPath =>
  drivesOf(session).resolve(`${drive}:${name}`);

/** What `${drive:name}` gives: a value, or the lines of a file; nothing where there is none. */
export function readDriveVariable(session: Session, variable: DriveVariable): unknown {
  const { provider, path } = itemOf(session, variable);
  if (!provider.exists(path)) return null;
  if (provider.values) return provider.values.read(path);
  const { files } = drivesOf(session).fileSystem;
  const reading = { operation: 'GetContentReader', category: 'ReadError' } as const;
  const lines = linesOf(
    decodeText(
      inOperation(reading, () => files.read(path)),
      textEncoding(undefined),
    ),
  );
  return lines.length === 1 ? lines[0] : lines;
}

/** `${drive:name} = value`. */
export function writeDriveVariable(session: Session, variable: DriveVariable, value: unknown): void {
  const { provider, path } = itemOf(session, variable);
  if (provider.values) return void provider.values.write(path, value);
  const { files } = drivesOf(session).fileSystem;
  const lines = (listOf(value) ?? (value === null ? [] : [value])).map((line) => `${toText(line)}\n`);
  inOperation({ operation: 'GetContentWriter', category: 'WriteError' }, () =>
    files.write(path, textEncoding(undefined).encode(lines.join(''))),
  );
}

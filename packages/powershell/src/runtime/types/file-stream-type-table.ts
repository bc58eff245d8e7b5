import { DotnetError } from '../../dotnet/dotnet-error.ts';
import { FileError } from '../../host/files.ts';
import { withDotnetErrors } from '../../providers/file-system/file-record.ts';
import { MemoryStream } from '../values/memory-stream.ts';
import { plainText } from '../values/to-text.ts';
import { type DotNetType, overload, type Overload, readOnly } from './define-type.ts';
import { grantedFiles, readBytes, writeBytes } from './file-access.ts';
import { fullPath } from './process-folder.ts';
import { streamMethods, streamProperties } from './stream-members.ts';

/** A file that is read and written as a stream; what was written is in the file once it is flushed or closed. */
class FileStream extends MemoryStream {
  override readonly typeName = 'System.IO.FileStream';
  readonly path: string;
  readonly isReadOnly: boolean;

  constructor(path: string, bytes: Uint8Array, options: { readonly isReadOnly: boolean }) {
    super(bytes);
    this.path = path;
    this.isReadOnly = options.isReadOnly;
  }

  flush(): void {
    if (!this.isReadOnly) writeBytes(this.path, Uint8Array.from(this.bytes));
  }

  override write(data: Iterable<number>): void {
    if (this.isReadOnly) throw new DotnetError('NotSupportedException', 'Stream does not support writing.');
    super.write(data);
  }

  override close(): void {
    this.flush();
  }
}

/** What a mode does with a file that is there, and with one that is not. Source: System.IO.FileMode. */
const modes: Readonly<Record<string, { readonly there: 'keep' | 'empty' | 'refuse'; readonly missing: boolean }>> = {
  CreateNew: { there: 'refuse', missing: true },
  Create: { there: 'empty', missing: true },
  Open: { there: 'keep', missing: false },
  OpenOrCreate: { there: 'keep', missing: true },
  Truncate: { there: 'empty', missing: false },
  Append: { there: 'keep', missing: true },
};

function openStream(path: string, modeValue: unknown, access = 'ReadWrite'): FileStream {
  const full = fullPath(path);
  const mode = plainText(modeValue);
  const { there, missing } = modes[mode]!;
  const isThere = withDotnetErrors(() => grantedFiles().stat(full)) !== undefined;
  if (isThere && there === 'refuse')
    withDotnetErrors(() => {
      throw new FileError('Exists', full, 'it is there already');
    });
  const kept = (isThere && there === 'keep') || (!isThere && !missing);
  const stream = new FileStream(full, kept ? readBytes(path) : new Uint8Array(0), { isReadOnly: access === 'Read' });
  if (!kept) stream.flush();
  if (mode === 'Append') stream.position = stream.bytes.length;
  return stream;
}

const pathAndMode = 'string path, System.IO.FileMode mode';
const accessPart = ', System.IO.FileAccess access';

/** The forms with a mode: alone, with an access, and with how others may use the file meanwhile. */
export const openForms: readonly Overload[] = [
  overload(pathAndMode, (_self: unknown, path: string, mode: unknown) => openStream(path, mode)),
  overload(pathAndMode + accessPart, (_self: unknown, path: string, mode: unknown, access: unknown) =>
    openStream(path, mode, plainText(access)),
  ),
  overload(
    `${pathAndMode}${accessPart}, System.IO.FileShare share`,
    (_self: unknown, path: string, mode: unknown, access: unknown) => openStream(path, mode, plainText(access)),
  ),
];

const opening = (mode: string, access?: string): readonly Overload[] => [
  overload('string path', (_self: null, path: string) => openStream(path, mode, access)),
];

/** What System.IO.File has to open streams. */
export const openMethods: Readonly<Record<string, readonly Overload[]>> = {
  Create: opening('Create'),
  Open: openForms,
  OpenRead: opening('Open', 'Read'),
  OpenWrite: opening('OpenOrCreate'),
};

/** System.IO.FileStream. */
export const fileStreamType: DotNetType = {
  name: 'System.IO.FileStream',
  base: 'System.IO.Stream',
  properties: {
    ...streamProperties,
    Name: readOnly(({ path }: FileStream) => path, 'string'),
    CanWrite: readOnly(({ isReadOnly }: FileStream) => !isReadOnly, 'bool'),
  },
  methods: { ...streamMethods, Flush: [overload('', (self: FileStream) => self.flush())] },
  constructors: openForms,
};

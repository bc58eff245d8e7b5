/** What a path leads to. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

/** A file's facts; times are nanoseconds since 1970. */
export interface FileStat {
  readonly kind: FileKind;
  readonly size: number;
  /** Permission bits of Unix. */
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
  readonly created: bigint;
  readonly modified: bigint;
  readonly accessed: bigint;
}

/** Times of a file, in nanoseconds since 1970. */
export interface FileTimes {
  readonly modified?: bigint;
  readonly accessed?: bigint;
}

/** A file that is open for writing: what is written is there once it is closed. */
export interface FileWriter {
  write(bytes: Uint8Array): void;
  close(): void;
}

/** How a file is opened: emptied, at its end, or only if there is none. */
export type OpenMode = 'truncate' | 'append' | 'create';

/** Why a file cannot be reached. */
export type FileFailure =
  | 'NotFound'
  | 'FolderNotFound'
  | 'Denied'
  | 'Exists'
  | 'IsFolder'
  | 'NotFolder'
  | 'NotEmpty'
  | 'Other';

/** Why a call of the port failed, whatever the system calls it. */
export class FileError extends Error {
  readonly failure: FileFailure;
  readonly path: string;

  constructor(failure: FileFailure, path: string, message: string) {
    super(message);
    this.failure = failure;
    this.path = path;
  }
}

/**
 * The files that scripts may use. Paths are absolute and written with `/`; calls are done when they return; what goes wrong is a
 * FileError.
 */
export interface Files {
  /** Undefined where there is nothing. A link's own facts with `link: true`, else those of what it leads to. */
  stat(path: string, options?: { readonly link: boolean }): FileStat | undefined;
  /** The names in a folder, in no order. */
  list(path: string): readonly string[];
  read(path: string): Uint8Array;
  /** The same piece by piece, for files that are too large to be held. */
  pieces?(path: string): Iterable<Uint8Array>;
  write(path: string, bytes: Uint8Array): void;
  open(path: string, mode: OpenMode): FileWriter;
  /** Makes one folder; those around it have to be there. */
  makeFolder(path: string): void;
  makeLink(path: string, target: string, kind: 'symbolic' | 'hard'): void;
  readLink(path: string): string | undefined;
  /** Removes a file, a link or an empty folder. */
  remove(path: string): void;
  copy(from: string, to: string): void;
  move(from: string, to: string): void;
  setTimes(path: string, times: FileTimes): void;
  setMode(path: string, mode: number): void;
  ownerName(id: number): string;
  groupName(id: number): string;
  readonly temporaryFolder: string;
  readonly homeFolder: string;
}

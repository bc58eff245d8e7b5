/** An entry of a directory as files have it: attribute names in lower case, each with its values. */
export interface DirectoryEntry {
  /** Distinguished name; empty if the file has none. */
  readonly dn: string;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

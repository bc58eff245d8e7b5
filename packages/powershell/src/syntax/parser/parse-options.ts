/** What parsing collects besides the tree, and what it may look for. */
export interface ParseOptions {
  /** Collect the tokens as well. */
  readonly tokens?: boolean | undefined;
  /** Whether a `using module` can be resolved; without it none can. */
  readonly moduleExists?: ((name: string) => boolean) | undefined;
  /** Whether a `using assembly` can be loaded; without it none can. */
  readonly assemblyExists?: ((name: string) => boolean) | undefined;
}

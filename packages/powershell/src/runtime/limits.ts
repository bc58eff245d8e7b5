/** What a script may ask of this process, where .NET's own limits do not protect it. */
export const limits = {
  /** .NET's strings end at a gigabyte of characters, V8's at half of that. */
  stringLength: 2 ** 29 - 24,
  /** A list repeated to more than this would not fit the heap of an ordinary process. */
  arrayLength: 2 ** 26,
  /**
   * Calls within calls, as long as the stack holds them: Node's own holds some 500 to 1,500, and whoever wants more starts
   * Node with --stack-size or a worker with stackSizeMb. The original stops where its stack ends, too.
   */
  callDepth: 1000,
} as const;

/** What is piped into the program that runs the scripts. */
export interface StandardInput {
  /** The next line without its end; undefined when nothing more comes. */
  next(): string | undefined;
  /** All that was not read yet. */
  rest(): string;
}

/** A text as standard input. */
export function textInput(text: string): StandardInput {
  let left = text;
  const rest = (length = left.length): string => {
    const taken = left.slice(0, length);
    left = left.slice(length);
    return taken;
  };
  return {
    next: () => (left === '' ? undefined : rest(left.indexOf('\n') + 1 || left.length).replace(/\r?\n$/, '')),
    rest: () => rest(),
  };
}

/** What a thing is found by: its name, and what else it is called. */
export type Label = string | readonly [name: string, ...aliases: string[]];

/** Things that are known by their labels and made when one of them is asked for. */
export interface Shelf<T> {
  readonly labels: readonly Label[];
  /** The things, in the order of the labels. */
  readonly load: () => readonly T[];
}

interface Labelled {
  readonly name: string;
  readonly aliases?: readonly string[];
}

/**
 * Puts things on a shelf. Without labels they are made at once to read them; the bundler of the command writes the labels in, so that a start
 * makes none.
 */
export function shelf<T extends Labelled>(load: () => readonly T[], labels?: readonly Label[]): Shelf<T> {
  return { labels: labels ?? load().map(labelOf), load };
}

export const labelOf = ({ name, aliases = [] }: Labelled): Label => (aliases.length === 0 ? name : [name, ...aliases]);

export const nameOf = (label: Label): string => (typeof label === 'string' ? label : label[0]);

export const aliasesOf = (label: Label): readonly string[] => (typeof label === 'string' ? [] : label.slice(1));

import type { Drive } from './drive.ts';

/** Where an item is: the provider's own path, and the drive through which it was reached. */
export interface ItemPath {
  readonly provider: Provider;
  readonly drive: Drive | undefined;
  readonly path: string;
}

export interface NewItem {
  /** `File`, `Directory` and the like; empty without -ItemType. */
  readonly type: string;
  readonly value: unknown;
  readonly force: boolean;
}

export interface ListOptions {
  /** Hidden items, too. */
  readonly hidden: boolean;
}

/** What all kinds of items can do. What goes wrong is thrown as an error of the language. */
export interface Provider {
  readonly typeName: 'System.Management.Automation.ProviderInfo';
  readonly name: string;
  /** The original's class in full. */
  readonly implementingType: string;
  /** The container at the root of everything; `/` or empty. */
  readonly root: string;
  text(): string;
  exists(path: string): boolean;
  isContainer(path: string): boolean;
  /** The item as a script has it. */
  get(path: string): unknown;
  /** The names in a container, containers first, in the order in which they are shown. */
  childNames(path: string, options: ListOptions): readonly string[];
  create(path: string, item: NewItem): unknown;
  remove(path: string, options: { readonly recurse: boolean; readonly force: boolean }): void;
  rename(path: string, name: string, options: { readonly force: boolean }): unknown;
  /** Items that hold a value instead of a content: variables and the like. */
  readonly values?: ItemValues;
}

/** Items that are values under names. */
export interface ItemValues {
  read(path: string): unknown;
  /** Makes the item when there is none. */
  write(path: string, value: unknown): unknown;
  clear(path: string): unknown;
}

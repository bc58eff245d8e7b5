import { ScriptError } from '../runtime/errors/script-error.ts';
import type { ItemValues, NewItem, Provider } from './provider.ts';
import { providerRecord } from './provider-errors.ts';

/** The named values that a flat drive shows. */
export interface FlatItems {
  names(): readonly string[];
  /** The item as a script has it, undefined where there is none. */
  get(name: string): unknown;
  /** What `$drive:name` and Get-Content give. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  remove(name: string, options: { readonly force: boolean }): void;
}

/** Env:, Variable:, Function: and Alias: one container with named values and nothing below. */
export class FlatProvider implements Provider {
  readonly typeName = 'System.Management.Automation.ProviderInfo';
  readonly name: string;
  readonly implementingType: string;
  readonly root = '';
  readonly #items: FlatItems;

  constructor(name: string, items: FlatItems) {
    this.name = name;
    this.implementingType = `Microsoft.PowerShell.Commands.${name}Provider`;
    this.#items = items;
  }

  text(): string {
    return `Microsoft.PowerShell.Core\\${this.name}`;
  }

  exists(path: string): boolean {
    return path === '' || this.#items.get(path) !== undefined;
  }

  isContainer(path: string): boolean {
    return path === '';
  }

  get(path: string): unknown {
    const item = this.#items.get(path);
    if (item === undefined) throw new ScriptError(providerRecord('PathNotFound', [path], path));
    return item;
  }

  childNames(): readonly string[] {
    return this.#items.names();
  }

  create(path: string, { value, force }: NewItem): unknown {
    if (!force && this.exists(path)) throw new ScriptError(providerRecord('ItemExists', [path], path));
    return this.values.write(path, value);
  }

  remove(path: string, options: { readonly force: boolean }): void {
    this.#items.remove(path, options);
  }

  rename(path: string, name: string, options: { readonly force: boolean }): unknown {
    const value = this.#items.read(path);
    this.#items.remove(path, options);
    return this.values.write(name, value);
  }

  readonly values: ItemValues = {
    read: (path) => this.#items.read(path),
    write: (path, value) => {
      this.#items.write(path, value);
      return this.#items.get(path) ?? null;
    },
    clear: (path) => {
      this.#items.write(path, null);
      return this.#items.get(path) ?? null;
    },
  };
}

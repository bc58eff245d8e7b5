import { listOfParameter, switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { typeNameOf } from '../../runtime/types/type-of.ts';
import { elementsOf } from '../../runtime/values/enumerate.ts';
import { CustomObject, extend, membersOf, MemberTable } from '../../runtime/values/ps-object.ts';
import { type Expression, hasWildcard } from '../../format/expression.ts';
import { matchesWildcard } from '../../format/wildcard.ts';
import { itemBlock } from './item-block.ts';
import { objectError, terminating } from './object-errors.ts';
import { type PropertyParameter, propertyParameter } from './property-parameter.ts';
import type { Note } from './unique-objects.ts';
import { propertyValues, type PropertyResult } from './property-values.ts';

/** `-Property`, `-ExcludeProperty` and `-ExpandProperty`: makes of each object what is to be written. */
export class PropertySelection {
  readonly #context: CommandContext;
  readonly #write: (value: unknown, notes: readonly Note[]) => void;
  readonly #properties: readonly PropertyParameter[];
  readonly #excluded: readonly string[];
  readonly #expanded: Expression | undefined;
  /** Names that stand for one property each, where nothing more is asked. */
  readonly #plainNames: readonly string[] | undefined;
  #spelledNames: readonly string[];
  #namesBefore: readonly string[] = [];
  #lastNames: readonly string[] = [];
  #lastTypeName = '';
  #lastSelectedName = '';

  constructor(context: CommandContext, write: (value: unknown, notes: readonly Note[]) => void) {
    const { parameters } = context;
    const read = { definition: 'select', run: itemBlock(context) } as const;
    const excluded = textsOf(parameters, 'ExcludeProperty');
    const given = listOfParameter(parameters, 'Property') ?? [];
    const asked = given.length === 0 && excluded ? ['*'] : given;
    const expanded = textOf(parameters, 'ExpandProperty');
    this.#context = context;
    this.#write = write;
    this.#properties = asked.map((each) => propertyParameter(each, read));
    this.#excluded = excluded ?? [];
    this.#expanded = expanded ? { property: expanded } : undefined;
    const asksForMore = this.#expanded || this.#excluded.length > 0 || switchOf(parameters, 'Unique');
    this.#plainNames = asksForMore ? undefined : plainNames(this.#properties);
    this.#spelledNames = this.#plainNames ?? [];
  }

  select(item: unknown): void {
    if (this.#properties.length === 0 && !this.#expanded) return this.#writeOne(item, item, []);
    const plain = this.#plainNames && this.#plainObject(this.#plainNames, item);
    if (plain) return this.#writeOne(plain, item, 'new');
    const notes = this.#properties.flatMap((property) => this.#notes(property, item));
    if (this.#expanded) this.#expand(this.#expanded, item, notes);
    else this.#writeOne(this.#objectOf(notes, item), item, notes);
  }

  /** Of an object that has notes by all these names. What is made of such objects shares the list of the names as they are spelled. */
  #plainObject(names: readonly string[], item: unknown): CustomObject | undefined {
    const members = membersOf(item);
    if (!members) return undefined;
    const values: unknown[] = [];
    for (let index = 0; index < names.length; index++) {
      const note = members.get(names[index]!);
      if (note?.kind !== 'note') return undefined;
      if (note.name !== this.#spelledNames[index]) this.#spelledNames = this.#spelledNames.with(index, note.name);
      values.push(note.value ?? null);
    }
    return new CustomObject(undefined, MemberTable.ofNotes(this.#spelledNames, values));
  }

  #notes({ expression, label }: PropertyParameter, item: unknown): Note[] {
    const found = propertyValues(expression, item, this.#context.session.formatting.source);
    const results = this.#withoutExcluded(found.length > 0 ? found : missing(expression));
    if (label && results.length > 1) {
      this.#context.writeError(objectError('RenamingMultipleResults', [], { target: item }));
      return [];
    }
    return results.map(({ name, value }) => [label || named(name), value]);
  }

  #withoutExcluded(results: readonly PropertyResult[]): readonly PropertyResult[] {
    if (this.#excluded.length === 0) return results;
    return results.filter(({ name }) => !this.#excluded.some((pattern) => matchesWildcard(name, pattern)));
  }

  #objectOf(notes: readonly Note[], item: unknown): CustomObject {
    const made = new CustomObject();
    for (const [name, value] of notes) {
      if (made.members.get(name)) this.#alreadyThere('AlreadyExistingUserSpecifiedPropertyNoExpand', name, item);
      else made.setNote(name, value);
    }
    return made;
  }

  #expand(expression: Expression, item: unknown, notes: readonly Note[]): void {
    const value = this.#expandedValue(expression, item);
    if (value === null || value === undefined) return;
    for (const each of elementsOf(value) ?? [value]) {
      if (each === null) continue;
      this.#addNotes(each, item, notes);
      this.#writeOne(each, item, notes);
    }
  }

  #expandedValue(expression: Expression, item: unknown): unknown {
    const { session, writeError, parameters } = this.#context;
    const results = propertyValues(expression, item, session.formatting.source);
    const [only] = results;
    if (only && results.length === 1) return only.value;
    const error = only ? 'MutlipleExpandProperties' : 'ExpandPropertyNotFound';
    writeError(objectError(error, [textOf(parameters, 'ExpandProperty') ?? ''], { target: item }));
    return null;
  }

  #addNotes(value: unknown, item: unknown, notes: readonly Note[]): void {
    if (typeof value !== 'object' || value === null || notes.length === 0) return;
    const { source } = this.#context.session.formatting;
    const members = extend(value);
    for (const [name, content] of notes) {
      if (source.get(value, name)) this.#alreadyThere('AlreadyExistingUserSpecifiedPropertyExpand', name, item);
      else members.set({ kind: 'note', name, value: content });
    }
  }

  /** The same array for all objects that had the same names before. */
  #withName(name: string, names: readonly string[]): readonly string[] {
    const [first] = this.#lastNames;
    if (first === name && this.#namesBefore === names) return this.#lastNames;
    this.#namesBefore = names;
    this.#lastNames = [name, ...names];
    return this.#lastNames;
  }

  #alreadyThere(
    error: 'AlreadyExistingUserSpecifiedPropertyExpand' | 'AlreadyExistingUserSpecifiedPropertyNoExpand',
    name: string,
    target: unknown,
  ): void {
    this.#context.writeError(objectError(error, [name], { target }));
  }

  /** Custom objects tell that they were selected, and from what. */
  #writeOne(value: unknown, from: unknown, notes: readonly Note[] | 'new'): void {
    if (value instanceof CustomObject) {
      const name = this.#selectedName(typeNameOf(from));
      if (notes.length > 0 || !value.typeNames.includes(name)) value.typeNames = this.#withName(name, value.typeNames);
    }
    this.#write(value, notes === 'new' ? [] : notes);
  }

  /** The same text for objects of the same type. */
  #selectedName(typeName: string): string {
    if (typeName !== this.#lastTypeName) {
      this.#lastTypeName = typeName;
      this.#lastSelectedName = `Selected.${typeName}`;
    }
    return this.#lastSelectedName;
  }
}

/** Undefined when any of them is more than a name, or two are the same. */
function plainNames(properties: readonly PropertyParameter[]): readonly string[] | undefined {
  const names = properties.flatMap(({ expression, label }) =>
    'property' in expression && !label && !hasWildcard(expression.property) ? [expression.property] : [],
  );
  const distinct = new Set(names.map((name) => name.toLowerCase()));
  return names.length > 0 && distinct.size === properties.length ? names : undefined;
}

const missing = (expression: Expression): PropertyResult[] =>
  'property' in expression && !hasWildcard(expression.property) ? [{ name: expression.property, value: null }] : [];

function named(name: string): string {
  if (name === '') throw terminating('EmptyScriptBlockAndNoName');
  return name;
}

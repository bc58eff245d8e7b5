import { CustomObject, membersOf } from '../../runtime/values/ps-object.ts';
import { ValueComparer } from './value-comparer.ts';

/** Keeps the first of equal objects. Objects that a script made are equal when their properties are. */
export class UniqueObjects {
  readonly items: unknown[] = [];
  readonly #plain = new Set<unknown>();
  readonly #comparer: ValueComparer;

  constructor(ignoresCase: boolean) {
    this.#comparer = new ValueComparer({ caseSensitive: !ignoresCase });
  }

  add(value: unknown): void {
    if (this.#plain.has(value) || this.items.some((item) => this.#equal(item, value))) return;
    if (typeof value !== 'object') this.#plain.add(value);
    this.items.push(value);
  }

  #equal(left: unknown, right: unknown): boolean {
    if (!(left instanceof CustomObject) || !(right instanceof CustomObject))
      return this.#comparer.compare(left, right) === 0;
    const notes = notesOf(right);
    if (notesOf(left).size !== notes.size) return false;
    return [...notes].every(([name, value]) => {
      const member = left.members.get(name);
      return member?.kind === 'note' && this.#comparer.compare(member.value, value) === 0;
    });
  }
}

function notesOf(value: CustomObject): Map<string, unknown> {
  const notes = [...(membersOf(value) ?? [])].filter((member) => member.kind === 'note');
  return new Map(notes.map((member) => [member.name, member.value]));
}

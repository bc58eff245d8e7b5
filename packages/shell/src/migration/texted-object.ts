import { CustomObject, toText } from '@cutover/powershell/values';

/** An object of the product with a text of its own, as its remote objects have: `{Name}` of a pattern is a property. */
export class TextedObject extends CustomObject {
  readonly #pattern: string;

  constructor(typeNames: readonly string[], pattern: string) {
    super(typeNames);
    this.#pattern = pattern;
  }

  text(): string {
    return this.#pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const member = this.members.get(name);
      return member?.kind === 'note' ? toText(member.value, '\n') : '';
    });
  }
}

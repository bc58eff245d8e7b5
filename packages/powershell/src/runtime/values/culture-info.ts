import { toTitleCase } from '../../dotnet/index.ts';
import { once } from '../../dotnet/once.ts';

/** Names of a language's cultures in the case that .NET gives them: `de-DE`, `zh-Hans`. */
function canonicalName(text: string): string {
  const [language = '', ...rest] = text.split(/[-_]/);
  const parts = rest.map((part) => (part.length === 4 ? toTitleCase(part.toLowerCase()) : part.toUpperCase()));
  return [language.toLowerCase(), ...parts].join('-');
}

const displayNames = once(
  () => new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard', fallback: 'none' }),
);

/** System.Globalization.CultureInfo. */
export class CultureInfo {
  readonly typeName = 'System.Globalization.CultureInfo';
  readonly name: string;

  constructor(name: string) {
    this.name = canonicalName(name);
  }

  get displayName(): string {
    if (this.name === '') return 'Invariant Language (Invariant Country)';
    try {
      return displayNames().of(this.name) ?? this.name;
    } catch {
      return this.name;
    }
  }

  get twoLetterName(): string {
    return this.name === '' ? 'iv' : this.name.split('-')[0]!;
  }

  text(): string {
    return this.name;
  }
}

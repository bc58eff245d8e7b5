import { Version } from '../../dotnet/index.ts';
import { netError } from '../../runtime/errors/script-error.ts';
import { type DotNetType, overload, readOnly } from '../../runtime/types/define-type.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { toText } from '../../runtime/values/to-text.ts';

interface Wishes {
  readonly name: string;
  readonly guid?: string | undefined;
  /** The lowest version, also called the version. */
  readonly minimum?: Version | undefined;
  /** A version, or its beginning before a star. */
  readonly maximum?: string | undefined;
  readonly required?: Version | undefined;
}

/** Which module is meant, by name and versions. Source: Microsoft.PowerShell.Commands.ModuleSpecification. */
export class ModuleSpecification {
  readonly typeName = 'Microsoft.PowerShell.Commands.ModuleSpecification';
  readonly wishes: Wishes;

  constructor(wishes: Wishes) {
    this.wishes = wishes;
  }

  static of(table: Dictionary): ModuleSpecification {
    const wrong = Array.from(table.pairs(), ([key]) => toText(key)).filter((key) => !known.test(key));
    if (wrong.length > 0) throw argumentError(invalidMember(wrong.join(', ')));
    const text = (key: string): string | undefined => (table.has(key) ? toText(table.get(key)) : undefined);
    const version = (key: string): Version | undefined => (table.has(key) ? Version.parse(text(key)!) : undefined);
    const name = text('ModuleName');
    if (name === undefined) throw argumentError(noName);
    const [minimum, maximum, required] = [version('ModuleVersion'), text('MaximumVersion'), version('RequiredVersion')];
    if (!minimum && maximum === undefined && !required) throw argumentError(noVersion);
    return new ModuleSpecification({ name, guid: text('GUID'), minimum, maximum, required });
  }

  get namesVersion(): boolean {
    const { minimum, maximum, required } = this.wishes;
    return (minimum ?? maximum ?? required) !== undefined;
  }

  /** The version that an error names. */
  get versionText(): string {
    const { minimum, maximum, required } = this.wishes;
    return (required ?? minimum)?.toString() ?? maximum ?? '';
  }

  /** Whether a module of this version is meant. */
  fits(given: string): boolean {
    const { minimum, maximum, required } = this.wishes;
    const version = Version.parse(given);
    if (required && version.compareTo(required) !== 0) return false;
    if (minimum && version.compareTo(minimum) < 0) return false;
    return maximum === undefined || version.compareTo(highest(maximum)) <= 0;
  }

  text(): string {
    const { name, minimum, maximum, required } = this.wishes;
    if (!this.namesVersion) return name;
    const parts = Object.entries({ ModuleVersion: minimum, RequiredVersion: required, MaximumVersion: maximum });
    const told = parts.flatMap(([key, value]) => (value === undefined ? [] : `${key} = '${String(value)}'`));
    return `@{ ${[`ModuleName = '${name}'`, ...told].join('; ')} }`;
  }
}

const known = /^(?:ModuleName|ModuleVersion|MaximumVersion|RequiredVersion|GUID)$/i;
const argumentError = (text: string): Error => netError('System.ArgumentException', text);
const noName =
  "The hashtable describing a module is missing the 'ModuleName' member. This member must exist and be assigned a module name.";
const noVersion =
  "The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable that describes this module. One of these three members must exist, and be assigned a version number in the format 'n.n.n.n'.";
const invalidMember = (names: string): string =>
  `The hashtable describing a module contains one or more members that are not valid. The valid members are (ModuleName, ModuleVersion, MaximumVersion, RequiredVersion, GUID). Remove the members that are not valid ('${names}'), then try again.`;

const greatest = '2147483647';

/** `1.*` → `1.2147483647.2147483647.2147483647`. */
function highest(maximum: string): Version {
  if (!maximum.endsWith('.*')) return Version.parse(maximum.includes('.') ? maximum : `${maximum}.0`);
  const parts = maximum.slice(0, -2).split('.');
  return Version.parse([...parts, greatest, greatest, greatest].slice(0, 4).join('.'));
}

type Self = ModuleSpecification;

export const moduleSpecificationType: DotNetType = {
  name: 'Microsoft.PowerShell.Commands.ModuleSpecification',
  base: 'System.Object',
  convert: (value) => (value instanceof Dictionary ? ModuleSpecification.of(value) : undefined),
  constructors: [
    overload('string moduleName', (_type: DotNetType, name: string) => new ModuleSpecification({ name })),
    overload('hashtable moduleSpecification', (_type: DotNetType, table: Dictionary) => ModuleSpecification.of(table)),
  ],
  properties: {
    Name: readOnly(({ wishes }: Self) => wishes.name, 'string'),
    Guid: readOnly(({ wishes }: Self) => wishes.guid ?? null),
    Version: readOnly(({ wishes }: Self) => wishes.minimum ?? null, 'version'),
    MaximumVersion: readOnly(({ wishes }: Self) => wishes.maximum ?? null, 'string'),
    RequiredVersion: readOnly(({ wishes }: Self) => wishes.required ?? null, 'version'),
  },
  methods: { ToString: [overload('', (self: Self) => self.text())] },
};

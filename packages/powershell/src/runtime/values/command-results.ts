import { List } from './list.ts';

const commands = 'Microsoft.PowerShell.Commands';

/** One group of Group-Object. Source: GroupInfo, GroupInfoNoElement. */
export class GroupInfo {
  readonly name: string;
  readonly values: List;
  readonly group = new List('System.Collections.ObjectModel.Collection`1[System.Management.Automation.PSObject]');
  readonly #keepsElements: boolean;
  count = 0;

  constructor({ name, values, keepsElements }: { name: string; values: readonly unknown[]; keepsElements: boolean }) {
    this.name = name;
    this.values = new List('System.Collections.ArrayList', [...values]);
    this.#keepsElements = keepsElements;
  }

  get typeName(): string {
    return this.#keepsElements ? `${commands}.GroupInfo` : `${commands}.GroupInfoNoElement`;
  }

  add(item: unknown): void {
    this.count++;
    if (this.#keepsElements) this.group.items.push(item);
  }
}

export type MeasureKind = 'GenericMeasureInfo' | 'GenericObjectMeasureInfo' | 'TextMeasureInfo';

/** What Measure-Object found out; values of the language by their names. */
export class MeasureInfo {
  readonly typeName: string;
  readonly values: Readonly<Record<string, unknown>>;

  constructor(kind: MeasureKind, values: Readonly<Record<string, unknown>>) {
    this.typeName = `${commands}.${kind}`;
    this.values = values;
  }
}

/** Source: System.Management.Automation.VerbInfo. */
export class VerbInfo {
  readonly typeName = 'System.Management.Automation.VerbInfo';
  readonly verb: string;
  readonly aliasPrefix: string;
  readonly group: string;
  readonly description: string;

  constructor(given: Pick<VerbInfo, 'aliasPrefix' | 'description' | 'group' | 'verb'>) {
    this.verb = given.verb;
    this.aliasPrefix = given.aliasPrefix;
    this.group = given.group;
    this.description = given.description;
  }
}

/** What Get-Member tells of a member. */
export class MemberDefinition {
  readonly typeName = 'Microsoft.PowerShell.Commands.MemberDefinition';
  /** The name of the type whose member it is. */
  readonly of: string;
  readonly name: string;
  readonly memberType: string;
  readonly definition: string;

  constructor(given: { typeName: string; name: string; memberType: string; definition: string }) {
    this.of = given.typeName;
    this.name = given.name;
    this.memberType = given.memberType;
    this.definition = given.definition;
  }

  text(): string {
    return this.definition;
  }
}

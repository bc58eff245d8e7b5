import type { Overload, Property } from '../types/define-type.ts';
import type { ExtendedMember } from './ps-object.ts';

/** A member that the type itself has. */
export type TypeMember =
  | { readonly kind: 'property'; readonly name: string; readonly property: Property }
  | {
      readonly kind: 'typeMethod';
      readonly name: string;
      readonly overloads: readonly Overload[];
      /** A method of the type itself, which is the owner then. */
      readonly isStatic?: boolean;
    };

export type AnyMember = ExtendedMember | TypeMember;

const classes: Readonly<Record<AnyMember['kind'], readonly [className: string, memberType: string]>> = {
  note: ['PSNoteProperty', 'NoteProperty'],
  script: ['PSScriptProperty', 'ScriptProperty'],
  alias: ['PSAliasProperty', 'AliasProperty'],
  method: ['PSScriptMethod', 'ScriptMethod'],
  set: ['PSPropertySet', 'PropertySet'],
  members: ['PSMemberSet', 'MemberSet'],
  property: ['PSProperty', 'Property'],
  typeMethod: ['PSMethod', 'Method'],
};

/** A member as a value: of an object, or made by a script to be added to one. Source: PSMemberInfo. */
export class MemberInfo {
  readonly member: AnyMember;
  /** Whose member it is; null before it is added. */
  readonly owner: unknown;

  constructor(member: AnyMember, owner: unknown = null) {
    this.member = member;
    this.owner = owner;
  }

  get typeName(): string {
    return `System.Management.Automation.${classes[this.member.kind][0]}`;
  }

  /** A name of PSMemberTypes. */
  get memberType(): string {
    return classes[this.member.kind][1];
  }
}

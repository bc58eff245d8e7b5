import { matchesWildcard } from '../../format/wildcard.ts';
import { scriptError } from '../errors/script-error.ts';
import { allMembers, methodsOf, propertiesOf } from '../members/all-members.ts';
import { copyObject } from '../members/copy-object.ts';
import { isSettable, memberValue, memberValueType, setMemberValue } from '../members/member-value.ts';
import { methodDefinitions } from '../members/member-definition.ts';
import { callOverload, construct } from '../members/invoke-member.ts';
import { typeNameList } from '../members/type-names.ts';
import { unboxed } from '../values/boxed.ts';
import { listOf } from '../values/enumerate.ts';
import { Hashtable } from '../values/dictionary.ts';
import { MemberCollection } from '../values/member-collection.ts';
import { type AnyMember, MemberInfo } from '../values/member-info.ts';
import type { ObjectView } from '../values/object-view.ts';
import { type ExtendedMember, extend, membersOf, MemberTable } from '../values/ps-object.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import type { TypeValue } from '../values/type-value.ts';
import { typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, type Property, readOnly } from './define-type.ts';
import { enumValue } from './enum-type.ts';
import type { TypeData } from './type-data.ts';

const automation = 'System.Management.Automation';
const block = `${automation}.ScriptBlock`;

function invokeMethod(
  { name, overloads, isStatic }: Kind<'typeMethod'>['member'],
  owner: unknown,
  args: readonly unknown[],
): unknown {
  if (!isStatic) return callOverload(overloads, { name, args, self: owner });
  return name === 'new'
    ? construct((owner as TypeValue).type, args)
    : callOverload(overloads, { name, args, self: null });
}

const memberInfo: DotNetType = {
  name: `${automation}.PSMemberInfo`,
  base: 'System.Object',
  isAbstract: true,
  properties: {
    Name: readOnly(({ member }: MemberInfo) => member.name, 'string'),
    MemberType: readOnly(({ memberType }: MemberInfo) => enumValue(`${automation}.PSMemberTypes`, memberType)),
    Value: {
      get: (self) => memberValue(self as MemberInfo),
      set: (self, value) => setMemberValue(self as MemberInfo, value),
    },
    TypeNameOfValue: readOnly(memberValueType, 'string'),
    IsInstance: readOnly(
      ({ member, owner }: MemberInfo) => membersOf(owner)?.get(member.name) !== undefined || owner === null,
      'bool',
    ),
  },
  methods: { Copy: [overload('', ({ member, owner }: MemberInfo) => new MemberInfo(copyMember(member), owner))] },
};

const copyMember = (member: AnyMember): AnyMember => ({ ...member });

/** A class of members, with the constructor by which a script makes one. */
const memberClass = (
  name: string,
  properties: Readonly<Record<string, Property>>,
  constructors: readonly (readonly [signature: string, make: (...args: never[]) => ExtendedMember])[] = [],
): DotNetType => ({
  name: `${automation}.${name}`,
  base: `${automation}.${name.endsWith('Property') ? 'PSPropertyInfo' : 'PSMemberInfo'}`,
  properties,
  constructors: constructors.map(([signature, make]) =>
    overload(signature, (_type: unknown, ...args: never[]) => new MemberInfo(make(...args))),
  ),
});

type Kind<K extends AnyMember['kind']> = { readonly member: AnyMember & { readonly kind: K } };

const textArray = (items: readonly unknown[]): unknown[] => typedArray('System.String', [...items]);

const memberClasses: readonly DotNetType[] = [
  {
    name: `${automation}.PSPropertyInfo`,
    base: `${automation}.PSMemberInfo`,
    isAbstract: true,
    properties: { IsSettable: readOnly(isSettable, 'bool'), IsGettable: readOnly(() => true, 'bool') },
  },
  memberClass('PSNoteProperty', {}, [
    ['string name, object value', (name: string, value: unknown) => ({ kind: 'note', name, value })],
  ]),
  memberClass('PSProperty', {}),
  memberClass(
    'PSScriptProperty',
    {
      GetterScript: readOnly(({ member }: Kind<'script'>) => member.getter),
      SetterScript: readOnly(({ member }: Kind<'script'>) => member.setter ?? null),
    },
    [
      [`string name, ${block} getterScript`, (name: string, getter: ScriptBlock) => ({ kind: 'script', name, getter })],
      [
        `string name, ${block} getterScript, ${block} setterScript`,
        (name: string, getter: ScriptBlock, setter: ScriptBlock) => ({ kind: 'script', name, getter, setter }),
      ],
    ],
  ),
  memberClass(
    'PSAliasProperty',
    { ReferencedMemberName: readOnly(({ member }: Kind<'alias'>) => member.target, 'string') },
    [['string name, string referencedMemberName', (name: string, target: string) => ({ kind: 'alias', name, target })]],
  ),
  memberClass('PSScriptMethod', { Script: readOnly(({ member }: Kind<'method'>) => member.script) }, [
    [`string name, ${block} script`, (name: string, script: ScriptBlock) => ({ kind: 'method', name, script })],
  ]),
  {
    ...memberClass('PSMethod', {
      OverloadDefinitions: readOnly((info: MemberInfo) => textArray(methodDefinitions(info))),
    }),
    methods: {
      Invoke: [
        overload(
          '...object arguments',
          ({ member, owner }: MemberInfo & Kind<'typeMethod'>, args: readonly unknown[]) =>
            invokeMethod(member, owner, args),
        ),
      ],
    },
  },
  memberClass(
    'PSPropertySet',
    { ReferencedPropertyNames: readOnly(({ member }: Kind<'set'>) => textArray(member.names)) },
    [
      [
        'string name, System.Collections.IEnumerable referencedPropertyNames',
        (name: string, names: unknown) => ({
          kind: 'set',
          name,
          names: (listOf(names) ?? [names]).map((each) => toText(each)),
        }),
      ],
    ],
  ),
  memberClass('PSMemberSet', {}, [
    ['string name', (name: string) => ({ kind: 'members', name, members: new MemberTable() })],
    [
      'string name, System.Collections.IEnumerable members',
      (name: string, members: unknown) => ({ kind: 'members', name, members: tableOf(members) }),
    ],
  ]),
];

/** Members as scripts give them, in a table. */
function tableOf(given: unknown): MemberTable {
  const table = new MemberTable();
  for (const info of listOf(given) ?? [given]) {
    if (info instanceof MemberInfo && info.member.kind !== 'property' && info.member.kind !== 'typeMethod') {
      table.set(info.member);
    }
  }
  return table;
}

function addMember({ owner }: MemberCollection, { member }: MemberInfo): void {
  if (typeof owner !== 'object' || owner === null || member.kind === 'property' || member.kind === 'typeMethod') return;
  if (membersOf(owner)?.get(member.name)) throw scriptError('MemberAlreadyPresent', [member.name]);
  extend(owner).set(member);
}

const collection: DotNetType = {
  name: 'System.Management.Automation.PSMemberInfoIntegratingCollection`1[System.Management.Automation.PSMemberInfo]',
  base: 'System.Object',
  interfaces: ['System.Collections.IEnumerable'],
  indexer: { get: (self, name) => (self as MemberCollection).find(toText(name)) ?? null },
  methods: {
    Add: [
      overload(`${automation}.PSMemberInfo member`, addMember),
      overload(`${automation}.PSMemberInfo member, bool preValidated`, addMember),
    ],
    Remove: [
      overload('string name', ({ owner }: MemberCollection, name: string) => void membersOf(owner)?.delete(name)),
    ],
    Item: [overload('string name', (self: MemberCollection, name: string) => self.find(name) ?? null)],
    Match: [
      overload('string name', (self: MemberCollection, pattern: string) =>
        self.elements().filter(({ member }) => matchesWildcard(member.name, pattern)),
      ),
    ],
  },
};

const part = (read: (value: unknown) => readonly MemberInfo[]): Property =>
  readOnly(({ value }: ObjectView) => new MemberCollection(value, () => read(value)));

const objectView: DotNetType = {
  name: `${automation}.PSInternalMemberSet`,
  base: `${automation}.PSMemberSet`,
  properties: {
    Members: part(allMembers),
    Properties: part(propertiesOf),
    Methods: part(methodsOf),
    ImmediateBaseObject: readOnly(({ value }: ObjectView) => unboxed(value)),
    BaseObject: readOnly(({ value }: ObjectView) => unboxed(value)),
    TypeNames: readOnly(({ value }: ObjectView) => typeNameList(value)),
  },
  methods: {
    Copy: [overload('', ({ value }: ObjectView) => copyObject(value))],
    ToString: [overload('', ({ value }: ObjectView) => toText(value))],
  },
};

const texts = (names: readonly string[] | undefined): unknown => (names ? textArray(names) : null);

const typeData: DotNetType = {
  name: `${automation}.Runspaces.TypeData`,
  base: 'System.Object',
  properties: {
    TypeName: readOnly(({ name }: TypeData) => name, 'string'),
    Members: readOnly(({ members }: TypeData) => membersByName(members)),
    DefaultDisplayProperty: readOnly((self: TypeData) => self.defaultDisplayProperty ?? null, 'string'),
    DefaultDisplayPropertySet: readOnly((self: TypeData) => texts(self.defaultDisplayPropertySet)),
    DefaultKeyPropertySet: readOnly((self: TypeData) => texts(self.defaultKeyPropertySet)),
    SerializationDepth: readOnly((self: TypeData) => self.serializationDepth ?? 0, 'int'),
  },
};

function membersByName(members: MemberTable): Hashtable {
  const table = new Hashtable();
  for (const member of members) table.set(member.name, new MemberInfo(member));
  return table;
}

/** Members as values, and `psobject`. */
export const memberInfoTypes: readonly DotNetType[] = [memberInfo, ...memberClasses, collection, objectView, typeData];

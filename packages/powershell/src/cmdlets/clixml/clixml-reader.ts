import { DateTime, Guid, parseDateTime, Uri, Version } from '../../dotnet/index.ts';
import { childrenOf, isElement, type XmlElement, type XmlNode } from '../../runtime/xml/xml-library.ts';
import { parseXml } from '../../runtime/xml/parse-xml.ts';
import { Credential } from '../../runtime/values/credential.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';
import { enumType } from '../../runtime/types/enum-type.ts';
import { Hashtable, OrderedDictionary } from '../../runtime/values/dictionary.ts';
import { SwitchParameter } from '../../runtime/values/switch-parameter.ts';
import { List } from '../../runtime/values/list.ts';
import {
  Char,
  double,
  integer,
  type IntegerType,
  isNumeric,
  Single,
  SmallInteger,
  toNumber,
} from '../../runtime/values/number-types.ts';
import { parseDecimal } from '../../runtime/values/decimal.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';
import { typedArray } from '../../runtime/values/typed-array.ts';
import { decode as decodeSecret } from '../security/encrypted-text.ts';
import { decodeText, parseDuration } from './clixml-text.ts';

const integerTags: Readonly<Record<string, IntegerType>> = {
  SB: 'SByte',
  By: 'Byte',
  I16: 'Int16',
  U16: 'UInt16',
  I32: 'Int32',
  U32: 'UInt32',
  I64: 'Int64',
  U64: 'UInt64',
};

const floatOf = (text: string): number => Number(text.replace('INF', 'Infinity'));
const dates = { roundtripKind: true, today: () => DateTime.minValue } as const;

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  S: (text) => decodeText(text),
  ToString: (text) => decodeText(text),
  C: (text) => new Char(String.fromCharCode(Number(text))),
  B: (text) => text === 'true',
  DT: (text) => parseDateTime(text, dates),
  TS: parseDuration,
  Sg: (text) => new Single(floatOf(text)),
  Db: (text) => double(floatOf(text)),
  D: (text) => parseDecimal(text) ?? null,
  G: (text) => Guid.parse(text),
  URI: (text) => new Uri(decodeText(text)),
  Version: (text) => Version.parse(text),
  XD: (text) => parseXml(decodeText(text)),
  SBK: (text) => decodeText(text),
  SS: (text) => new SecureString(text === '' ? '' : decodeSecret(text)),
  BA: (text) =>
    typedArray(
      'System.Byte',
      Array.from(Buffer.from(text, 'base64'), (byte) => new SmallInteger('Byte', byte)),
    ),
  Nil: () => null,
};

const elementsOf = (node: XmlNode): XmlElement[] => childrenOf(node).filter(isElement);
const child = (node: XmlNode, ...names: readonly string[]): XmlElement | undefined =>
  elementsOf(node).find(({ nodeName }) => names.includes(nodeName));

/** Reads what the writer wrote: objects of types that live only elsewhere come as `Deserialized.` ones. */
export class ClixmlReader {
  readonly #objects = new Map<string, unknown>();
  readonly #types = new Map<string, readonly string[]>();

  /** The values of a document. */
  read(text: string): readonly unknown[] {
    const document = parseXml(text);
    const [root] = elementsOf(document);
    return root ? elementsOf(root).map((node) => this.#value(node)) : [];
  }

  #value(node: XmlElement): unknown {
    const { nodeName: tag } = node;
    if (tag === 'Obj') return this.#object(node);
    if (tag === 'Ref') return this.#objects.get(node.getAttribute('RefId') ?? '') ?? null;
    const text = node.textContent ?? '';
    const type = integerTags[tag];
    if (type !== undefined) return integer(type, BigInt(text)) ?? null;
    return readers[tag]?.(text) ?? null;
  }

  #keep<T>(node: XmlElement, value: T): T {
    const id = node.getAttribute('RefId');
    if (id !== null && id !== '') this.#objects.set(id, value);
    return value;
  }

  #object(node: XmlElement): unknown {
    const types = this.#typeNames(node);
    const dictionary = child(node, 'DCT');
    if (dictionary) return this.#dictionary(node, dictionary, types);
    const list = child(node, 'LST', 'IE', 'QUE', 'STK');
    if (list) return this.#list(node, list);
    const base = elementsOf(node).find(
      ({ nodeName }) => nodeName in integerTags || (nodeName in readers && nodeName !== 'ToString'),
    );
    if (base)
      return this.#keep(node, enumerated(this.#value(base), types, child(node, 'ToString')?.textContent ?? undefined));
    return this.#custom(node, types);
  }

  #typeNames(node: XmlElement): readonly string[] {
    const reference = child(node, 'TNRef');
    if (reference) return this.#types.get(reference.getAttribute('RefId') ?? '') ?? [];
    const declared = child(node, 'TN');
    if (!declared) return [];
    const names = elementsOf(declared).map(({ textContent }) => decodeText(textContent ?? ''));
    this.#types.set(declared.getAttribute('RefId') ?? '', names);
    return names;
  }

  #dictionary(node: XmlElement, entries: XmlElement, types: readonly string[]): unknown {
    const ordered = types[0]?.includes('Ordered') === true;
    const map = this.#keep(node, ordered ? new OrderedDictionary() : new Hashtable());
    for (const entry of elementsOf(entries)) {
      const [key, value] = elementsOf(entry);
      if (key && value) map.set(this.#value(key), this.#value(value));
    }
    return map;
  }

  #list(node: XmlElement, items: XmlElement): unknown {
    const list = this.#keep(node, new List('System.Collections.ArrayList'));
    for (const item of elementsOf(items)) list.items.push(this.#value(item));
    return list;
  }

  #custom(node: XmlElement, types: readonly string[]): unknown {
    const names = types.map((name) => (name.startsWith('Deserialized.') ? name : `Deserialized.${name}`));
    const text = child(node, 'ToString')?.textContent;
    const object = typeof text === 'string' ? new ObjectWithText(names, decodeText(text)) : new CustomObject(names);
    this.#keep(node, object);
    for (const part of ['Props', 'MS']) {
      const properties = child(node, part);
      for (const property of properties ? elementsOf(properties) : []) {
        object.setNote(decodeText(property.getAttribute('N') ?? ''), this.#value(property));
      }
    }
    return this.#keep(node, rehydrated(object, types));
  }
}

/** A value of an enumeration keeps its name, and its number beside. */
function enumerated(value: unknown, types: readonly string[], text: string | undefined): unknown {
  if (!types.includes('System.Enum') || !isNumeric(value) || text === undefined) return value;
  const number = toNumber(value);
  return new EnumValue(enumType(`Deserialized.${types[0]}`, { [decodeText(text)]: number }), number);
}

/** What came back without its type: its text is what ToString() of the original gave. */
class ObjectWithText extends CustomObject {
  readonly #text: string;

  constructor(typeNames: readonly string[], text: string) {
    super(typeNames);
    this.#text = text;
  }

  text(): string {
    return this.#text;
  }
}

/** A credential and a switch come back as what they were. */
function rehydrated(object: CustomObject, types: readonly string[]): unknown {
  if (types[0] === 'System.Management.Automation.SwitchParameter') {
    const present = object.members.get('IsPresent');
    return new SwitchParameter(present?.kind === 'note' && present.value === true);
  }
  if (types[0] !== 'System.Management.Automation.PSCredential') return object;
  const [name, password] = ['UserName', 'Password'].map((each) => object.members.get(each));
  if (name?.kind !== 'note' || password?.kind !== 'note' || !(password.value instanceof SecureString)) return object;
  return new Credential(String(name.value), password.value);
}

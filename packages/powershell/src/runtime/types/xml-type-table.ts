import { netError } from '../errors/script-error.ts';
import { fullPath } from './process-folder.ts';
import { casting } from '../conversions/convert-error.ts';
import { elementsOf } from '../values/enumerate.ts';
import { List } from '../values/list.ts';
import type { TextWriter } from '../values/text-streams.ts';
import { toText } from '../values/to-text.ts';
import { selectNodes } from '../xml/select-nodes.ts';
import { preservesWhitespace, preserveWhitespace } from '../xml/whitespace.ts';
import { newXmlDocument, parseXml } from '../xml/parse-xml.ts';
import { innerXml, outerXml, savedXml, writtenXml } from '../xml/write-xml.ts';
import {
  attributesOf,
  childrenOf,
  isDeclaration,
  isElement,
  nodeTypes,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from '../xml/xml-library.ts';
import { type DotNetType, overload, readOnly, settable } from './define-type.ts';
import { enumValue } from './enum-type.ts';
import { decoded, readBytes, writeBytes } from './file-access.ts';
import { encodings } from '../../dotnet/index.ts';

const nodeList = (nodes: readonly XmlNode[]): List => new List('System.Xml.XmlNodeList', [...nodes]);

const kindNames: Readonly<Record<number, string>> = {
  [nodeTypes.element]: 'Element',
  [nodeTypes.attribute]: 'Attribute',
  [nodeTypes.text]: 'Text',
  [nodeTypes.cdata]: 'CDATA',
  [nodeTypes.instruction]: 'ProcessingInstruction',
  [nodeTypes.comment]: 'Comment',
  [nodeTypes.document]: 'Document',
  [nodeTypes.doctype]: 'DocumentType',
};

const nodeName = (node: XmlNode): string => node.nodeName;
const kindOf = (node: XmlNode): string => (isDeclaration(node) ? 'XmlDeclaration' : kindNames[node.nodeType]!);

function setInnerXml(node: XmlNode, xml: string): void {
  const parsed = parseXml(`<root>${xml}</root>`).documentElement!;
  for (const child of childrenOf(node)) node.removeChild(child);
  for (const child of childrenOf(parsed)) node.appendChild(node.ownerDocument!.importNode(child, true));
}

const innerText = (node: XmlNode): string =>
  node.nodeType === nodeTypes.document
    ? childrenOf(node)
        .map((child) => (isElement(child) ? (child.textContent ?? '') : ''))
        .join('')
    : (node.textContent ?? '');

const managerType = 'System.Xml.XmlNamespaceManager';

/** Namespaces by prefix. Source: System.Xml.XmlNamespaceManager. */
class NamespaceManager {
  readonly typeName = managerType;
  readonly namespaces: Record<string, string> = {};
}

/** The names of a document; they are not shared here, so that it has no members. Source: System.Xml.NameTable. */
class NameTable {
  readonly typeName = 'System.Xml.NameTable';
}

const nameTables = new WeakMap<XmlDocument, NameTable>();

function nameTableOf(document: XmlDocument): NameTable {
  const table = nameTables.get(document) ?? new NameTable();
  nameTables.set(document, table);
  return table;
}

const select = (node: XmlNode, path: string, manager?: NamespaceManager): XmlNode[] =>
  selectNodes(node, path, manager?.namespaces);

const put = (place: (node: XmlNode, child: XmlNode, reference: XmlNode | null) => void) => [
  overload(
    'System.Xml.XmlNode newChild, System.Xml.XmlNode refChild',
    (self: XmlNode, child: XmlNode, reference: XmlNode | null) => {
      place(self, child, reference);
      return child;
    },
  ),
];

const nodeType: DotNetType = {
  name: 'System.Xml.XmlNode',
  base: 'System.Object',
  isAbstract: true,
  interfaces: ['System.ICloneable'],
  properties: {
    Name: readOnly(nodeName, 'string'),
    LocalName: readOnly((self: XmlNode) => (self as XmlElement).localName ?? self.nodeName, 'string'),
    NamespaceURI: readOnly((self: XmlNode) => (self as XmlElement).namespaceURI ?? '', 'string'),
    Prefix: readOnly((self: XmlNode) => (self as XmlElement).prefix ?? '', 'string'),
    NodeType: readOnly((self: XmlNode) => enumValue('System.Xml.XmlNodeType', kindOf(self))),
    ParentNode: readOnly((self: XmlNode) => self.parentNode),
    ChildNodes: readOnly((self: XmlNode) => nodeList(childrenOf(self))),
    PreviousSibling: readOnly((self: XmlNode) => self.previousSibling),
    NextSibling: readOnly((self: XmlNode) => self.nextSibling),
    Attributes: readOnly((self: XmlNode) => (isElement(self) ? new AttributeList(self) : null)),
    OwnerDocument: readOnly((self: XmlNode) => self.ownerDocument),
    FirstChild: readOnly((self: XmlNode) => self.firstChild),
    LastChild: readOnly((self: XmlNode) => self.lastChild),
    HasChildNodes: readOnly((self: XmlNode) => self.firstChild !== null, 'bool'),
    Value: settable(
      (self: XmlNode) => self.nodeValue,
      (self: XmlNode, text: string) => void (self.nodeValue = text),
      'string',
    ),
    InnerText: settable(innerText, (self: XmlNode, text: string) => void (self.textContent = text), 'string'),
    OuterXml: readOnly(outerXml, 'string'),
    InnerXml: settable(innerXml, setInnerXml, 'string'),
  },
  methods: {
    SelectNodes: [
      overload('string xpath', (self: XmlNode, path: string) => nodeList(select(self, path))),
      overload(`string xpath, ${managerType} nsmgr`, (self: XmlNode, path: string, manager: NamespaceManager) =>
        nodeList(select(self, path, manager)),
      ),
    ],
    SelectSingleNode: [
      overload('string xpath', (self: XmlNode, path: string) => select(self, path)[0] ?? null),
      overload(
        `string xpath, ${managerType} nsmgr`,
        (self: XmlNode, path: string, manager: NamespaceManager) => select(self, path, manager)[0] ?? null,
      ),
    ],
    AppendChild: [overload('System.Xml.XmlNode newChild', (self: XmlNode, child: XmlNode) => self.appendChild(child))],
    PrependChild: [
      overload('System.Xml.XmlNode newChild', (self: XmlNode, child: XmlNode) =>
        self.insertBefore(child, self.firstChild),
      ),
    ],
    InsertBefore: put((self, child, reference) => self.insertBefore(child, reference)),
    InsertAfter: put((self, child, reference) => self.insertBefore(child, reference?.nextSibling ?? null)),
    RemoveChild: [overload('System.Xml.XmlNode oldChild', (self: XmlNode, child: XmlNode) => self.removeChild(child))],
    ReplaceChild: [
      overload(
        'System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild',
        (self: XmlNode, child: XmlNode, old: XmlNode) => self.replaceChild(child, old),
      ),
    ],
    RemoveAll: [
      overload('', (self: XmlNode) => {
        for (const child of childrenOf(self)) self.removeChild(child);
        for (const { name } of attributesOf(self)) (self as XmlElement).removeAttribute(name);
      }),
    ],
    CloneNode: [overload('bool deep', (self: XmlNode, deep: boolean) => self.cloneNode(deep))],
    Clone: [overload('', (self: XmlNode) => self.cloneNode(true))],
  },
};

const elementType: DotNetType = {
  name: 'System.Xml.XmlElement',
  base: 'System.Xml.XmlNode',
  properties: {
    HasAttributes: readOnly((self: XmlElement) => self.attributes.length > 0, 'bool'),
    IsEmpty: readOnly((self: XmlElement) => self.firstChild === null, 'bool'),
  },
  methods: {
    GetAttribute: [overload('string name', (self: XmlElement, name: string) => self.getAttribute(name) ?? '')],
    SetAttribute: [
      overload('string name, string value', (self: XmlElement, name: string, value: string) =>
        self.setAttribute(name, value),
      ),
    ],
    RemoveAttribute: [overload('string name', (self: XmlElement, name: string) => self.removeAttribute(name))],
    HasAttribute: [overload('string name', (self: XmlElement, name: string) => self.hasAttribute(name))],
    GetElementsByTagName: [
      overload('string name', (self: XmlElement, name: string) =>
        nodeList(Array.from(self.getElementsByTagName(name))),
      ),
    ],
    SetAttributeNode: [
      overload('System.Xml.XmlAttribute newAttr', (self: XmlElement, attribute: never) =>
        self.setAttributeNode(attribute),
      ),
    ],
  },
};

function replaceDocument(target: XmlDocument, source: XmlDocument): void {
  for (const child of childrenOf(target)) target.removeChild(child);
  for (const child of childrenOf(source)) target.appendChild(target.importNode(child, true));
}

const loadDocument = (document: XmlDocument, text: string): void =>
  replaceDocument(document, parseXml(text, { keepsWhitespace: preservesWhitespace(document) }));

const documentType: DotNetType = {
  name: 'System.Xml.XmlDocument',
  base: 'System.Xml.XmlNode',
  convert: (value, { name }) => documentOf(value, name),
  properties: {
    DocumentElement: readOnly((self: XmlDocument) => self.documentElement),
    NameTable: readOnly((self: XmlDocument) => nameTableOf(self)),
    PreserveWhitespace: settable(
      (self: XmlDocument) => preservesWhitespace(self),
      (self: XmlDocument, on: boolean) => preserveWhitespace(self, on),
      'bool',
    ),
  },
  methods: {
    LoadXml: [overload('string xml', (self: XmlDocument, xml: string) => loadDocument(self, xml))],
    Load: [
      overload('string filename', (self: XmlDocument, path: string) => loadDocument(self, decoded(readBytes(path)))),
    ],
    Save: [
      overload('string filename', (self: XmlDocument, path: string) =>
        writeBytes(fullPath(path), encodings.utf8.encode(savedXml(self))),
      ),
      overload('System.IO.TextWriter writer', (self: XmlDocument, writer: TextWriter) =>
        writer.write(writtenXml(self)),
      ),
    ],
    CreateElement: [
      overload('string name', (self: XmlDocument, name: string) => self.createElement(xmlName(name))),
      overload('string qualifiedName, string namespaceURI', (self: XmlDocument, name: string, uri: string) =>
        self.createElementNS(uri === '' ? null : uri, xmlName(name)),
      ),
    ],
    CreateAttribute: [
      overload('string name', (self: XmlDocument, name: string) => self.createAttribute(xmlName(name))),
    ],
    CreateTextNode: [overload('string text', (self: XmlDocument, text: string) => self.createTextNode(text))],
    CreateComment: [overload('string data', (self: XmlDocument, text: string) => self.createComment(text))],
    CreateCDataSection: [overload('string data', (self: XmlDocument, text: string) => self.createCDATASection(text))],
    CreateXmlDeclaration: [
      overload(
        'string version, string encoding, string standalone',
        (self: XmlDocument, version: string, encoding: string | null) =>
          self.createProcessingInstruction('xml', `version="${version}"${encoding ? ` encoding="${encoding}"` : ''}`),
      ),
    ],
    ImportNode: [
      overload('System.Xml.XmlNode node, bool deep', (self: XmlDocument, node: XmlNode, deep: boolean) =>
        self.importNode(node, deep),
      ),
    ],
    GetElementsByTagName: [
      overload('string name', (self: XmlDocument, name: string) =>
        nodeList(Array.from(self.getElementsByTagName(name))),
      ),
    ],
  },
  constructors: [overload('', () => newXmlDocument())],
};

/** A name as .NET takes it. Source: XmlDocument.CheckName. */
function xmlName(name: string): string {
  if (!name)
    throw netError(
      'System.ArgumentException',
      'The local name for elements or attributes cannot be null or an empty string.',
    );
  const wrong = Array.from(name).findIndex(
    (character, index) => !(index === 0 ? nameStart : nameFollow).test(character),
  );
  if (wrong < 0) return name;
  const character = name.charAt(wrong);
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  const text = `The '${character}' character, hexadecimal value 0x${code.padStart(2, '0')}, cannot be included in a name.`;
  throw netError('System.Xml.XmlException', text);
}

const nameStart = /^[\p{L}_:]$/u;
const nameFollow = /^[\p{L}\p{N}\p{M}_:.\u00b7-]$/u;

/** `[xml]`: lines are joined by line feeds. */
function documentOf(value: unknown, typeName: string): unknown {
  const items = elementsOf(value);
  const text = items ? Array.from(items, (item) => toText(item)).join('\n') : toText(value);
  if (text.trim() === '') return newXmlDocument();
  return casting({ id: 'InvalidCastToXmlDocument', value, typeName }, () => parseXml(text, { reading: 'nodes' }));
}

const listType = (name: string): DotNetType => ({
  name,
  base: 'System.Object',
  interfaces: ['System.Collections.IEnumerable'],
  properties: { Count: readOnly((self: List) => self.items.length, 'int') },
  methods: {
    Item: [overload('int index', (self: List, index: number) => self.items[index] ?? null)],
    GetNamedItem: [overload('string name', (self: List, name: string) => named(self, name))],
  },
  indexer: {
    get: (self, index) =>
      typeof index === 'number' ? (self as List).items[index] : named(self as List, toText(index)),
  },
});

/** The attributes of an element, which more can be put to. */
class AttributeList extends List {
  readonly owner: XmlElement;

  constructor(owner: XmlElement) {
    super('System.Xml.XmlAttributeCollection', attributesOf(owner));
    this.owner = owner;
  }
}

const setAttribute = (self: AttributeList, attribute: never): unknown => {
  self.owner.setAttributeNode(attribute);
  return attribute;
};

const attributeListType: DotNetType = {
  ...listType('System.Xml.XmlAttributeCollection'),
  methods: {
    ...listType('System.Xml.XmlAttributeCollection').methods,
    Append: [overload('System.Xml.XmlAttribute node', setAttribute)],
    SetNamedItem: [overload('System.Xml.XmlNode node', setAttribute)],
    RemoveNamedItem: [
      overload('string name', (self: AttributeList, name: string) => {
        const found = named(self, name);
        self.owner.removeAttribute(name);
        return found;
      }),
    ],
    RemoveAll: [
      overload('', ({ owner }: AttributeList) => {
        for (const { name } of attributesOf(owner)) owner.removeAttribute(name);
      }),
    ],
  },
};

const named = (list: List, name: string): unknown =>
  list.items.find((item) => nodeName(item as XmlNode) === name) ?? null;

const leaf = (name: string): DotNetType => ({
  name: `System.Xml.${name}`,
  base: 'System.Xml.XmlNode',
  properties: {
    Data: settable(
      (self: XmlNode) => self.nodeValue,
      (self: XmlNode, text: string) => void (self.nodeValue = text),
      'string',
    ),
  },
});

/** XML documents and their nodes. */
export const xmlTypes: readonly DotNetType[] = [
  nodeType,
  elementType,
  documentType,
  listType('System.Xml.XmlNodeList'),
  attributeListType,
  ...['XmlAttribute', 'XmlText', 'XmlCDataSection', 'XmlComment', 'XmlProcessingInstruction', 'XmlDocumentType'].map(
    leaf,
  ),
  {
    name: 'System.Xml.NameTable',
    base: 'System.Xml.XmlNameTable',
    constructors: [overload('', () => new NameTable())],
  },
  { name: 'System.Xml.XmlNameTable', base: 'System.Object' },
  {
    name: managerType,
    base: 'System.Object',
    methods: {
      AddNamespace: [
        overload('string prefix, string uri', (self: NamespaceManager, prefix: string, uri: string) => {
          self.namespaces[prefix] = uri;
        }),
      ],
    },
    constructors: [overload('System.Xml.XmlNameTable nameTable', () => new NamespaceManager())],
  },
];

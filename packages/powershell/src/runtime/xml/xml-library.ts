import type * as Dom from '@xmldom/xmldom';
import { createRequire } from 'node:module';

const load = (name: string): unknown => createRequire(import.meta.url)(name);

/** What is used of xpath; its own declarations would bring a browser's globals into every package. */
interface XPathLibrary {
  /** Gives what finds the nodes of an expression, or its value. */
  readonly useNamespaces: (
    namespaces: Readonly<Record<string, string>>,
  ) => (expression: string, node: Dom.Node) => unknown;
}

let dom: typeof Dom | undefined;
let paths: XPathLibrary | undefined;

/** The DOM library, loaded when the first document is made: most scripts need none. */
export const domLibrary = (): typeof Dom => (dom ??= load('@xmldom/xmldom') as typeof Dom);

export const xpathLibrary = (): XPathLibrary => (paths ??= load('xpath') as XPathLibrary);

export type XmlNode = Dom.Node;
export type XmlElement = Dom.Element;
export type XmlDocument = Dom.Document;

/** The values of `nodeType`. */
export const nodeTypes = {
  element: 1,
  attribute: 2,
  text: 3,
  cdata: 4,
  instruction: 7,
  comment: 8,
  document: 9,
  doctype: 10,
} as const;

export const isElement = (node: XmlNode): node is XmlElement => node.nodeType === nodeTypes.element;

/** The nodes inside of a node, in their order. */
export function childrenOf(node: XmlNode): XmlNode[] {
  const children: XmlNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

export const attributesOf = (node: XmlNode): Dom.Attr[] => (isElement(node) ? Array.from(node.attributes) : []);

/** `<?xml version="1.0"?>` is a node of its own kind in .NET, an instruction in the DOM. */
export const isDeclaration = (node: XmlNode): boolean =>
  node.nodeType === nodeTypes.instruction && node.nodeName === 'xml';

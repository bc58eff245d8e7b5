import { attributesOf, childrenOf, isDeclaration, isElement, nodeTypes, type XmlNode } from './xml-library.ts';

/** Attributes and child nodes by name, as `$xml.root.item` reads them. Source: XmlNodeAdapter. */
function nodesNamed(node: XmlNode, name: string): XmlNode[] {
  const wanted = name.toLowerCase();
  return [...attributesOf(node), ...childrenOf(node)].filter((each) => memberName(each).toLowerCase() === wanted);
}

/** A node is called by its name without the prefix of a namespace. */
const memberName = (node: XmlNode): string => node.localName ?? node.nodeName;

/** Undefined where the node has no such child. */
export function xmlMember(node: XmlNode, name: string): unknown {
  const found = nodesNamed(node, name);
  if (found.length === 0) return undefined;
  const values = found.map(memberValue);
  return values.length === 1 ? values[0] : values;
}

/** An element that holds nothing but text is that text. Source: XmlNodeAdapter.GetNodeObject. */
function memberValue(node: XmlNode): unknown {
  const children = childrenOf(node);
  if (isDeclaration(node)) return `version="1.0"${/version="1\.0"(.*)/.exec(node.nodeValue ?? '')?.[1] ?? ''}`;
  if (node.nodeType === nodeTypes.attribute || !isElement(node)) return node.nodeValue;
  if (attributesOf(node).length > 0) return node;
  if (children.length === 0) return '';
  const [only] = children;
  return children.length === 1 && (only!.nodeType === nodeTypes.text || only!.nodeType === nodeTypes.cdata)
    ? (node.textContent ?? '')
    : node;
}

/** Sets the text of an attribute or of an element that holds text alone; false when there is none of that name. */
export function setXmlMember(node: XmlNode, name: string, text: string): boolean {
  const [only, ...more] = nodesNamed(node, name);
  if (!only || more.length > 0) return false;
  if (only.nodeType !== nodeTypes.attribute) only.textContent = text;
  else setAttribute(node, only.nodeName, text);
  return true;
}

function setAttribute(node: XmlNode, name: string, text: string): void {
  if (isElement(node)) node.setAttribute(name, text);
}

/** The names of the members, each once. */
export const xmlMemberNames = (node: XmlNode): string[] => [
  ...new Set([...attributesOf(node), ...childrenOf(node)].map(memberName)),
];

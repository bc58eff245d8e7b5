import {
  attributesOf,
  childrenOf,
  isElement,
  nodeTypes,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from './xml-library.ts';
import { preservesWhitespace } from './whitespace.ts';

const textMarks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const attributeMarks: Readonly<Record<string, string>> = {
  ...textMarks,
  '"': '&quot;',
  '\n': '&#xA;',
  '\r': '&#xD;',
  '\t': '&#x9;',
};

const escapeText = (text: string): string => text.replaceAll(/[&<>]/g, (mark) => textMarks[mark]!);
const escapeAttribute = (text: string): string => text.replaceAll(/[&<>"\n\r\t]/g, (mark) => attributeMarks[mark]!);

const isText = (node: XmlNode): boolean => node.nodeType === nodeTypes.text || node.nodeType === nodeTypes.cdata;

/** `OuterXml`. */
export function outerXml(node: XmlNode): string {
  return isElement(node) ? elementXml(node, innerXml(node)) : leafXml(node);
}

/** `InnerXml`. */
export const innerXml = (node: XmlNode): string =>
  node.nodeType === nodeTypes.attribute
    ? escapeText(node.nodeValue ?? '')
    : childrenOf(node)
        .map((child) => outerXml(child))
        .join('');

function elementXml(node: XmlElement, inner: string): string {
  const start = `<${node.nodeName}${attributesXml(node)}`;
  return inner === '' ? `${start} />` : `${start}>${inner}</${node.nodeName}>`;
}

const attributesXml = (node: XmlElement): string =>
  attributesOf(node)
    .map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');

function leafXml(node: XmlNode): string {
  const text = node.nodeValue ?? '';
  switch (node.nodeType) {
    case nodeTypes.document:
      return innerXml(node);
    case nodeTypes.attribute:
      return `${node.nodeName}="${escapeAttribute(text)}"`;
    case nodeTypes.text:
      return escapeText(text);
    case nodeTypes.cdata:
      return `<![CDATA[${text}]]>`;
    case nodeTypes.comment:
      return `<!--${text}-->`;
    case nodeTypes.instruction:
      return `<?${node.nodeName} ${text}?>`;
    default:
      return `<!DOCTYPE ${node.nodeName}>`;
  }
}

/** Indented by two spaces, as Save() writes; elements with text in them stay on one line. */
export function indentedXml(node: XmlNode, indent = ''): string {
  if (node.nodeType === nodeTypes.document) {
    return childrenOf(node)
      .map((child) => indentedXml(child))
      .join('\n');
  }
  const children = childrenOf(node);
  if (!isElement(node) || children.length === 0 || children.some(isText)) return indent + outerXml(node);
  const inner = children.map((child) => indentedXml(child, `${indent}  `)).join('\n');
  return indent + elementXml(node, `\n${inner}\n${indent}`);
}

/** What Save() writes to a writer of text, which declares the encoding of strings. */
export function writtenXml(document: XmlDocument): string {
  const text = preservesWhitespace(document) ? outerXml(document) : indentedXml(document);
  const declared = '<?xml version="1.0" encoding="utf-16"?>';
  return text.startsWith('<?xml') ? text.replace(/^<\?xml[^>]*\?>/, declared) : `${declared}\n${text}`;
}

/** What Save() writes to a file: a declaration without an encoding gets that of the file. */
export function savedXml(document: XmlDocument): string {
  const text = preservesWhitespace(document) ? outerXml(document) : indentedXml(document);
  return text.replace(/^<\?xml version="1\.0"\s*\?>/, '<?xml version="1.0" encoding="utf-8"?>');
}

import type { Element } from '@xmldom/xmldom';

/** Makes a text safe inside an element or an attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What an element holds: a text, or elements; an element without anything is left out. */
export type XmlContent = string | readonly XmlElement[];
/** An element by its name, which may be followed by attributes. */
export type XmlElement = readonly [name: string, content: XmlContent | undefined];

/** Writes elements one below the other. */
export function printXml(elements: readonly XmlElement[], indent = ''): string {
  return elements.map((element) => printElement(element, indent)).join('');
}

function printElement([opening, content]: XmlElement, indent: string): string {
  if (content === undefined) return '';
  const name = opening.split(' ', 1)[0]!;
  if (typeof content === 'string') return `${indent}<${opening}>${escapeXml(content)}</${name}>\r\n`;
  return `${indent}<${opening}>\r\n${printXml(content, `${indent}  `)}${indent}</${name}>\r\n`;
}

/** The text of the first element of this name, whatever its namespace. */
export function textOf(root: Element, name: string): string | undefined {
  return root.getElementsByTagNameNS('*', name).item(0)?.textContent?.trim();
}

import type { XmlDocument } from './xml-library.ts';

const preserving = new WeakSet<XmlDocument>();

/** Whether a document keeps the white space between its elements. Source: XmlDocument.PreserveWhitespace. */
export const preservesWhitespace = (document: XmlDocument): boolean => preserving.has(document);

export function preserveWhitespace(document: XmlDocument, on: boolean): void {
  if (on) preserving.add(document);
  else preserving.delete(document);
}

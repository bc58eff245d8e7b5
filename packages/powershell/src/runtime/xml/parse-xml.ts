import { netError } from '../errors/script-error.ts';
import { defineXmlValues } from './xml-values.ts';
import { childrenOf, domLibrary, nodeTypes, type XmlDocument, type XmlNode } from './xml-library.ts';
import { type XmlReading, xmlProblem } from './xml-problem.ts';

const invalid = (message: string): Error => netError('System.Xml.XmlException', message);

/** A document without content. */
export function newXmlDocument(): XmlDocument {
  defineXmlValues();
  const { DOMImplementation } = domLibrary();
  return new DOMImplementation().createDocument(null, '', null);
}

interface ParseOptions {
  readonly keepsWhitespace?: boolean;
  readonly reading?: XmlReading;
}

/** Reads a document; white space between its elements is left out, as XmlDocument does without PreserveWhitespace, unless it is to be kept. */
export function parseXml(
  given: string,
  { keepsWhitespace = false, reading = 'document' }: ParseOptions = {},
): XmlDocument {
  defineXmlValues();
  const text = given.replace(/^\ufeff/, '');
  const problem = xmlProblem(text, reading);
  if (problem !== undefined) throw invalid(problem);
  const { DOMParser } = domLibrary();
  const parser = new DOMParser({ onError: ignoreWarnings });
  try {
    const document = parser.parseFromString(text.trimStart(), 'text/xml');
    if (!keepsWhitespace) dropBlanks(document);
    return document;
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function ignoreWarnings(level: 'warning' | 'error' | 'fatalError', message: string): void {
  if (level !== 'warning') throw new Error(message);
}

function dropBlanks(node: XmlNode): void {
  for (const child of childrenOf(node)) {
    if (child.nodeType === nodeTypes.text && (child.nodeValue ?? '').trim() === '') node.removeChild(child);
    else dropBlanks(child);
  }
}

import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { davFailure } from './dav-failure.ts';
import { type DavName, namespaces } from './names.ts';

/** The outermost element of a body; undefined for an empty one. */
export function readBody(body: Uint8Array): Element | undefined {
  const text = Buffer.from(body).toString('utf8').trim();
  if (text === '') return undefined;
  // An entity of one's own could grow without end, and no client declares a document type.
  if (/<!DOCTYPE/i.test(text)) throw davFailure(400);
  try {
    return (
      new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml').documentElement ?? undefined
    );
  } catch {
    throw davFailure(400);
  }
}

export const childrenOf = (element: Element | undefined): Element[] =>
  element === undefined ? [] : [...element.childNodes].filter((node): node is Element => node.nodeType === 1);

export const findChild = (element: Element | undefined, name: string): Element | undefined =>
  childrenOf(element).find((child) => child.namespaceURI === namespaces.dav && child.localName === name);

/** The name of a property's element; a digit that begins it is written `_x0030_`. */
export const nameOfElement = ({ namespaceURI, localName }: Element): DavName => ({
  namespace: namespaceURI ?? '',
  name: (localName ?? '').replace(/^_x003(\d)_/, '$1'),
});

/** URLs that a batch names. */
export const targetsOf = (element: Element | undefined): string[] =>
  childrenOf(findChild(element, 'target')).map((href) => href.textContent?.trim() ?? '');

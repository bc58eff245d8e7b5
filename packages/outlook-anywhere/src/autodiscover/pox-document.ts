import type { Element } from '@xmldom/xmldom';
import { errors } from '../errors.ts';

const schemas = 'http://schemas.microsoft.com/exchange/autodiscover/outlook';

/** What a service answered, by its Action. [MS-OXDSCLI] 2.2.4 */
export type PoxAnswer =
  | { readonly action: 'settings'; readonly document: Element }
  | { readonly action: 'redirectAddr'; readonly address: string }
  | { readonly action: 'redirectUrl'; readonly url: string }
  | { readonly action: 'error'; readonly code: number; readonly message: string };

/** The request for a mailbox's settings. [MS-OXDSCLI] 2.2.3 */
export function poxRequest(emailAddress: string): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Autodiscover xmlns="${schemas}/requestschema/2006">`,
    '  <Request>',
    `    <EMailAddress>${escapeXml(emailAddress)}</EMailAddress>`,
    `    <AcceptableResponseSchema>${schemas}/responseschema/2006a</AcceptableResponseSchema>`,
    '  </Request>',
    '</Autodiscover>',
    '',
  ].join('\r\n');
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Reads an answer, whatever namespace its elements claim; throws if it is none. The XML library is loaded with the first. */
export async function parsePoxAnswer(body: Uint8Array, url: string): Promise<PoxAnswer> {
  const document = await parseDocument(body, url);
  const error = childrenOf(document, 'Error', { deep: true })[0];
  if (error)
    return { action: 'error', code: Number(textOf(error, 'ErrorCode')), message: textOf(error, 'Message') ?? '' };
  const account = childrenOf(document, 'Account', { deep: true })[0];
  if (!account) throw errors.autodiscoverUnreadable({ url, reason: 'it has no Account' });
  const action = textOf(account, 'Action')?.toLowerCase() ?? '';
  const address = textOf(account, 'RedirectAddr');
  if (action === 'redirectaddr' && address) return { action: 'redirectAddr', address };
  const target = textOf(account, 'RedirectUrl') ?? textOf(account, 'RedirectURL');
  if (action === 'redirecturl' && target) return { action: 'redirectUrl', url: target };
  if (action === 'settings') return { action: 'settings', document };
  throw errors.autodiscoverUnreadable({ url, reason: `its action is '${action}'` });
}

async function parseDocument(body: Uint8Array, url: string): Promise<Element> {
  const text = Buffer.from(body).toString('utf8');
  // Nobody sends a document type, and nothing good comes of one.
  if (text.includes('<!DOCTYPE'))
    throw errors.autodiscoverUnreadable({ url, reason: 'it is a page, or has a document type' });
  const { DOMParser, onErrorStopParsing } = await import('@xmldom/xmldom');
  const parser = new DOMParser({ onError: onErrorStopParsing });
  try {
    const { documentElement } = parser.parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml');
    if (documentElement?.localName === 'Autodiscover') return documentElement;
  } catch (cause) {
    throw errors.autodiscoverUnreadable({ url, reason: 'it is no XML' }, { cause });
  }
  throw errors.autodiscoverUnreadable({ url, reason: 'it is another document' });
}

/** Elements of a name below one: directly, or at any depth. */
export function childrenOf(parent: Element, name: string, { deep = false }: { deep?: boolean } = {}): Element[] {
  const all = [...parent.getElementsByTagNameNS('*', name)];
  return deep ? all : all.filter((element) => element.parentNode === parent);
}

/** The text of the first element of this name directly below; undefined if it is empty. */
export function textOf(parent: Element, name: string): string | undefined {
  return childrenOf(parent, name)[0]?.textContent?.trim() || undefined;
}

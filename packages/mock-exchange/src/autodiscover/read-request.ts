import { textOf } from './xml.ts';

/** What a client asks for. [MS-OXDSCLI] 2.2.3 */
export interface AutodiscoverRequest {
  readonly emailAddress: string | undefined;
  readonly legacyDN: string | undefined;
  readonly acceptableSchema: string | undefined;
}

const root = 'Autodiscover';

/** Reads a request; undefined if it is none. The XML library is loaded with the first one. */
export async function readRequest(body: Uint8Array): Promise<AutodiscoverRequest | undefined> {
  const text = decode(body);
  // No client sends a document type, and nothing good comes of one.
  if (text === undefined || text.includes('<!DOCTYPE')) return undefined;
  const { DOMParser, onErrorStopParsing } = await import('@xmldom/xmldom');
  try {
    const { documentElement } = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
    if (documentElement?.localName !== root) return undefined;
    return {
      emailAddress: textOf(documentElement, 'EMailAddress'),
      legacyDN: textOf(documentElement, 'LegacyDN'),
      acceptableSchema: textOf(documentElement, 'AcceptableResponseSchema'),
    };
  } catch {
    return undefined;
  }
}

function decode(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

import { escapeData, unescapeData } from '../../dotnet/index.ts';

/** A text as a form sends it. Source: WebUtility.UrlEncode. */
export const urlEncode = (text: string): string =>
  escapeData(text)
    .replaceAll(/%20/g, '+')
    .replaceAll(/%(21|28|29|2A)/g, (all) => unescapeData(all))
    .replaceAll('~', '%7E');
export const urlDecode = (text: string): string => unescapeData(text.replaceAll('+', ' '));

/** Escapes as HttpUtility writes them. */
export const smallHex = (text: string): string => text.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());

const named: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '&': '&amp;' };

/** Text as it stands in HTML; Latin letters beyond ASCII by their numbers. Source: WebUtility.HtmlEncode. */
export const htmlText = (text: string): string =>
  text.replaceAll(/[<>"'&\u00A0-\u00FF]/g, (character) => named[character] ?? `&#${character.charCodeAt(0)};`);

import type { HttpResponse } from '../http/response.ts';
import { printXml, type XmlElement } from './xml.ts';

const schemas = 'http://schemas.microsoft.com/exchange/autodiscover';
const baseSchema = `${schemas}/responseschema/2006`;
/** The form of answer that Outlook asks for, and the only one that is had. */
export const outlookSchema = `${schemas}/outlook/responseschema/2006a`;

/** The error codes of Autodiscover. [MS-OXDSCLI] 2.2.4.1.1.3.1 */
export const autodiscoverError = {
  addressNotFound: { code: 500, message: 'The e-mail address cannot be found.' },
  badAddress: { code: 501, message: 'Bad Address' },
  invalidRequest: { code: 600, message: 'Invalid Request' },
  providerNotAvailable: { code: 601, message: 'Provider is not available' },
} as const;
export type AutodiscoverError = (typeof autodiscoverError)[keyof typeof autodiscoverError];

/** Settings, or a redirection, for Outlook. */
export const outlookAnswer = (content: readonly XmlElement[]): HttpResponse => answer(outlookSchema, content);

/** An error; `server` names who tells it. */
export function errorAnswer(
  { code, message }: AutodiscoverError,
  { at, server }: { at: Date; server: string },
): HttpResponse {
  const time = at.toISOString().slice('yyyy-mm-ddT'.length, -1);
  const attributes = `Time="${time}0000" Id="${hashOf(server)}"`;
  const content: XmlElement[] = [
    ['ErrorCode', String(code)],
    ['Message', message],
    ['DebugData', ''],
  ];
  return answer(baseSchema, [[`Error ${attributes}`, content]]);
}

function answer(schema: string, content: readonly XmlElement[]): HttpResponse {
  const response: XmlElement = [`Response xmlns="${schema}"`, content];
  const document = printXml([[`Autodiscover xmlns="${baseSchema}"`, [response]]]);
  return {
    status: 200,
    headers: [
      ['Cache-Control', 'private'],
      ['Content-Type', 'text/xml; charset=utf-8'],
      ['X-AspNet-Version', '2.0.50727'],
      ['X-Powered-By', 'ASP.NET'],
    ],
    body: `<?xml version="1.0" encoding="utf-8"?>\r\n${document}`,
  };
}

/** A number that stands for a server's name. */
function hashOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) >>> 0;
  return hash;
}

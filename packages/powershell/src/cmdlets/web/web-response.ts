import { OrderedDictionary } from '../../runtime/values/dictionary.ts';
import { SmallInteger } from '../../runtime/values/number-types.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { typedArray } from '../../runtime/values/typed-array.ts';
import { bodyText, headerOf, type WebResponse } from './web-answer.ts';
import { statusCode } from './web-types.ts';

/** Names of heads as servers write them: `content-type` is `Content-Type`. */
const headerName = (name: string): string =>
  ({ etag: 'ETag', 'www-authenticate': 'WWW-Authenticate', 'content-md5': 'Content-MD5' })[name] ??
  name.replaceAll(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());

export function headerTable({ headers }: WebResponse): OrderedDictionary {
  const values = Map.groupBy(headers, ([name]) => name);
  const table = new OrderedDictionary();
  for (const [name, all] of values) {
    table.set(
      headerName(name),
      typedArray(
        'System.String',
        all.map(([, value]) => value),
      ),
    );
  }
  return table;
}

/** Addresses of other pages by their relation, of the `Link` head. Source: RFC 8288. */
export function relationsOf(response: WebResponse): ReadonlyMap<string, string> {
  const links = headerOf(response, 'link').matchAll(/<([^>]*)>\s*;[^,]*?\brel\s*=\s*"?([^",;\s]+)"?/gi);
  return new Map(Array.from(links, ([, target, relation]) => [relation!, new URL(target!, response.url).href]));
}

function relationTable(response: WebResponse): OrderedDictionary {
  const table = new OrderedDictionary();
  for (const [relation, target] of relationsOf(response)) table.set(relation, target);
  return table;
}

const isTextType = (type: string): boolean => type === '' || /text|json|xml|javascript|form-urlencoded/i.test(type);

/** Source: Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject. */
export function responseObject(response: WebResponse): CustomObject {
  const { status, reason, headers, body } = response;
  const content = bodyText(response);
  const isText = isTextType(headerOf(response, 'content-type'));
  const head = headers.map(([name, value]) => `${headerName(name)}: ${value}`).join('\r\n');
  const bytes = () =>
    typedArray(
      'System.Byte',
      Array.from(body, (byte) => new SmallInteger('Byte', byte)),
    );
  const kind = isText ? 'BasicHtmlWebResponseObject' : 'WebResponseObject';
  const object = new CustomObject([`Microsoft.PowerShell.Commands.${kind}`, 'System.Object'])
    .setNote('StatusCode', status)
    .setNote('StatusDescription', reason)
    .setNote('Content', isText ? content : bytes())
    .setNote('RawContent', `HTTP/1.1 ${status} ${reason}\r\n${head}\r\n\r\n${content}`)
    .setNote('Headers', headerTable(response));
  if (isText) addElements(object, content);
  return object
    .setNote('RawContentLength', body.length)
    .setNote('RelationLink', relationTable(response))
    .setNote('BaseResponse', responseMessage(response));
}

/** Source: System.Net.Http.HttpResponseMessage. */
export function responseMessage(response: WebResponse): CustomObject {
  const { status, reason } = response;
  return new CustomObject(['System.Net.Http.HttpResponseMessage', 'System.Object'])
    .setNote('StatusCode', statusCode(status))
    .setNote('ReasonPhrase', reason)
    .setNote('Headers', headerTable(response))
    .setNote('IsSuccessStatusCode', status >= 200 && status < 300);
}

const elements = {
  InputFields: /<(?:input|button|textarea|select)\b[^>]*>/gi,
  Links: /<a\b[^>]*>(?:[\s\S]*?<\/a\s*>)?/gi,
  Images: /<img\b[^>]*>/gi,
} as const;

/** What of a page scripts look for. Source: BasicHtmlWebResponseObject, which reads it by expressions, too. */
function addElements(object: CustomObject, content: string): void {
  for (const [name, pattern] of Object.entries(elements)) {
    object.setNote(
      name,
      Array.from(content.matchAll(pattern), ([text]) => elementObject(text)),
    );
  }
}

function elementObject(text: string): CustomObject {
  const [tag = '', name = ''] = /^<(\w+)[^>]*>/.exec(text) ?? [];
  const element = new CustomObject().setNote('outerHTML', text).setNote('tagName', name.toUpperCase());
  const attributes = tag.matchAll(/\s([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g);
  for (const [, attribute, double, single, bare] of attributes) {
    element.setNote(attribute!, double ?? single ?? bare ?? null);
  }
  return element;
}

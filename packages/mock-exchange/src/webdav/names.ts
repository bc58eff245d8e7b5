/** Namespaces of properties. [MS-WDVME], Exchange 2003 SDK */
export const namespaces = {
  dav: 'DAV:',
  httpmail: 'urn:schemas:httpmail:',
  mailheader: 'urn:schemas:mailheader:',
  exchange: 'http://schemas.microsoft.com/exchange/',
  repl: 'http://schemas.microsoft.com/repl/',
  proptag: 'http://schemas.microsoft.com/mapi/proptag/',
  propId: 'http://schemas.microsoft.com/mapi/id/',
  propString: 'http://schemas.microsoft.com/mapi/string/',
  dataType: 'urn:uuid:c2f41010-65b3-11d1-a29f-00aa00c14882/',
  xml: 'xml:',
} as const;

/** A property by its namespace and its name in it; written one behind the other they are its full name. */
export interface DavName {
  readonly namespace: string;
  readonly name: string;
}

export const fullName = ({ namespace, name }: DavName): string => namespace + name;

/** Takes a full name apart, as SQL has it: the name begins behind the last colon, slash or number sign. */
export function parseFullName(text: string): DavName {
  const end = Math.max(text.lastIndexOf(':'), text.lastIndexOf('/'), text.lastIndexOf('#')) + 1;
  return { namespace: text.slice(0, end), name: text.slice(end) };
}

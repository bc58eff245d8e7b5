/** The head of an HTTP/1.x response. Header names are lower case; a name that comes twice keeps every value. */
export interface HttpHead {
  readonly minorVersion: number;
  readonly status: number;
  readonly reason: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

/** Reads a response head, without the empty line that ends it; undefined if it is none. RFC 9112 */
export function parseHttpHead(text: string): HttpHead | undefined {
  const [statusLine = '', ...lines] = text.split('\r\n');
  const match = /^HTTP\/1\.([01]) (\d{3})(?: (.*))?$/.exec(statusLine);
  if (!match) return undefined;
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).toLowerCase();
    const values = headers.get(name) ?? [];
    values.push(line.slice(colon + 1).trim());
    headers.set(name, values);
  }
  return { minorVersion: Number(match[1]), status: Number(match[2]), reason: match[3] ?? '', headers };
}

/** The authentication schemes that a 401 offers, with what follows each name. */
export function offeredSchemes(head: HttpHead): ReadonlyMap<string, string> {
  const challenges = head.headers.get('www-authenticate') ?? [];
  return new Map(
    challenges.map((challenge) => {
      const space = challenge.indexOf(' ');
      return space < 0 ? [challenge, ''] : [challenge.slice(0, space), challenge.slice(space + 1).trim()];
    }),
  );
}

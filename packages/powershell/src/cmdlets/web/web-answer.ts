/** An answer with its whole body. */
export interface WebResponse {
  readonly status: number;
  readonly reason: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** A head of an answer, empty where there is none. */
export const headerOf = ({ headers }: Pick<WebResponse, 'headers'>, name: string): string =>
  headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? '';

/** The text of a body, in the charset that its head tells. */
export function bodyText(response: WebResponse): string {
  const charset = /charset="?([^";\s]+)/i.exec(headerOf(response, 'content-type'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(response.body);
  } catch {
    return Buffer.from(response.body).toString('utf8');
  }
}

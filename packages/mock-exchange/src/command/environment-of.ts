import type { MockExchange } from '../mock-exchange.ts';

/** Files that a program is told of. */
interface Files {
  readonly readyFile: string;
  /** Certificate of the authority, in PEM. */
  readonly authority: string;
}

/** What the program of `exec` finds in its environment: enough for one that reads no JSON. */
export function environmentOf(
  { url, urls, accounts }: Pick<MockExchange, 'url' | 'urls' | 'accounts'>,
  { readyFile, authority }: Files,
): Record<string, string> {
  const account = accounts.find(({ userName }) => userName.toLowerCase() === 'administrator') ?? accounts[0];
  return {
    MOCK_EXCHANGE_READY_FILE: readyFile,
    MOCK_EXCHANGE_CA_FILE: authority,
    MOCK_EXCHANGE_URL: url,
    ...Object.fromEntries(
      Object.entries(urls).map(([scheme, at]) => [`MOCK_EXCHANGE_${scheme.toUpperCase()}_URL`, at]),
    ),
    ...(account && { MOCK_EXCHANGE_USER: account.userName, MOCK_EXCHANGE_PASSWORD: account.password }),
  };
}

/** What .NET says of a connection that fails, by its name in Node. Source: SocketException. */
export const knownFailures: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  ENOTFOUND: 'Name or service not known',
  ECONNRESET: 'Connection reset by peer',
  ETIMEDOUT: 'Connection timed out',
};

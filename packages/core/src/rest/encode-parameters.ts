import { constants, publicEncrypt, type KeyLike } from 'node:crypto';
import type { CmdletParameters } from '../backend.ts';
import { restErrors } from './rest-errors.ts';

interface Encoding {
  readonly parameter: string;
  readonly secretKey: KeyLike | undefined;
}

const hashTable = { '@odata.type': '#Exchange.GenericHashTable' } as const;

/** The `Parameters` of the request's body: each value in the form that the service takes it in. */
export function encodeParameters(
  parameters: CmdletParameters,
  { secretKey }: { secretKey?: KeyLike | undefined },
): Record<string, unknown> {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([parameter, value]) => [parameter, encode(value, { parameter, secretKey })]));
}

function encode(value: unknown, encoding: Encoding): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) {
    return { '@odata.type': '#Exchange.ByteArrayType', Data: Buffer.from(value).toString('base64') };
  }
  if (Array.isArray(value)) return value.map((element) => encode(element, encoding));
  if (typeof value !== 'object' || value === null) return value;
  if (isCredential(value)) return encodeCredential(value, encoding);
  const entries = Object.entries(value).map(([name, element]) => [name, encode(element, encoding)]);
  return { ...hashTable, ...Object.fromEntries(entries) };
}

const isCredential = (value: object): value is { userName: string; password: string } =>
  'userName' in value && 'password' in value;

// A password goes out only encrypted for the service, though the connection is encrypted already.
function encodeCredential(
  { userName, password }: { userName: string; password: string },
  { parameter, secretKey }: Encoding,
): object {
  if (secretKey === undefined) throw restErrors.secretKeyMissing({ parameter });
  const sealed = publicEncrypt({ key: secretKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(password, 'utf8'));
  return { ...hashTable, UserName: userName, Password: sealed.toString('base64') };
}

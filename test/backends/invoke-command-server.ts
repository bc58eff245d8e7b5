import { constants, generateKeyPairSync, privateDecrypt, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { findDefinition, type Backend, type BackendMessage, type ErrorRecord } from '@cutover/core';
import { outputOf, findCmdlet, type PropertyMetadata } from '@cutover/core/metadata';

/** The `InvokeCommand` endpoint of the contract in front of a Backend, with its encodings, pages and error bodies. */
export interface InvokeCommandServer extends AsyncDisposable {
  readonly url: string;
  readonly secretKey: KeyObject;
  /** What clients have sent, as it came. */
  readonly requests: readonly string[];
}

interface Body {
  readonly CmdletInput: { readonly CmdletName: string; readonly Parameters: Readonly<Record<string, unknown>> };
}

/** Serves a Backend on loopback; every page holds one record, so that each listing takes several. */
export async function serveInvokeCommand(backend: Backend): Promise<InvokeCommandServer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const requests: string[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sent = await text(request);
    requests.push(sent);
    const { CmdletInput } = JSON.parse(sent) as Body;
    const skip = Number(new URL(request.url ?? '', 'http://x').searchParams.get('skip') ?? 0);
    const parameters = decode(CmdletInput.CmdletName, CmdletInput.Parameters, privateKey);
    const messages = await Array.fromAsync(backend.invoke(CmdletInput.CmdletName, parameters));
    const { status, body } = answer(CmdletInput.CmdletName, messages, { skip, url: request.url ?? '' });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secretKey: publicKey,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function decode(
  cmdlet: string,
  parameters: Body['CmdletInput']['Parameters'],
  key: KeyObject,
): Record<string, unknown> {
  const types = findDefinition(cmdlet)?.parameters ?? {};
  const entries = Object.entries(parameters).map(([name, value]) => {
    if (types[name]?.type === 'DateTime') return [name, new Date(String(value))];
    if (types[name]?.type !== 'PSCredential') return [name, value];
    const { UserName, Password } = value as { UserName: string; Password: string };
    const sealed = Buffer.from(Password, 'base64');
    const password = privateDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, sealed).toString('utf8');
    return [name, { userName: UserName, password }];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

interface Place {
  readonly skip: number;
  readonly url: string;
}

function answer(
  cmdlet: string,
  messages: readonly BackendMessage[],
  { skip, url }: Place,
): { status: number; body: object } {
  const error = messages.find((message) => message.kind === 'error')?.error;
  if (error) return { status: error.category === 'ObjectNotFound' ? 404 : 400, body: errorBody(error) };
  const members = outputOf(findCmdlet(cmdlet)!)?.properties ?? {};
  const records = messages.flatMap((message) => (message.kind === 'record' ? [message.record] : []));
  const value = records.slice(skip, skip + 1).map((record) => encodeRecord(record, members));
  const next = skip + 1 < records.length ? { '@odata.nextLink': `${url.split('?')[0]}?skip=${skip + 1}` } : {};
  const warnings = messages.flatMap((message) => (message.kind === 'warning' ? [message.message] : []));
  return { status: 200, body: { '@odata.context': '#x', value, ...next, '@adminapi.warnings': warnings } };
}

function errorBody({ exception, message }: ErrorRecord): object {
  return {
    error: { code: 'x', message: 'Error executing cmdlet', details: [{ message: `Ex1A2B3C|${exception}|${message}` }] },
  };
}

function encodeRecord(record: object, members: Readonly<Record<string, PropertyMetadata>>): object {
  const entries = Object.entries(record).flatMap(([name, value]) => [
    [name, encode(value, members[name])],
    [`${name}@data.type`, '#Noise'],
  ]);
  return { '@odata.type': '#Noise', ...Object.fromEntries(entries) };
}

function encode(value: unknown, property: PropertyMetadata | undefined): unknown {
  if (value === null || value === undefined || property === undefined) return value;
  if (property.kind === 'timeSpan') return `PT${Number(value) / 1000}S`;
  if (property.kind === 'byteSize') return `${Number(value)} B (${Number(value).toLocaleString('en-US')} bytes)`;
  if (property.kind === 'list') return (value as unknown[]).map((element) => encode(element, property.element));
  return property.kind === 'record' ? encodeRecord(value, property.members ?? {}) : value;
}

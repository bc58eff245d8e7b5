import { createServer } from 'node:http';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { AddressInfo } from 'node:net';
import { serveOperations } from '../async-world.ts';
import { networkOperations } from '../node/network-operations.ts';
import type { StopState } from '../stop-flag.ts';

const { port, state } = workerData as { port: MessagePort; state: StopState };

serveOperations(port, state, networkOperations);

/** Tells what it was asked as JSON; `/moved`, `/missing`, `/xml` and `/text` answer otherwise. */
const server = createServer((request, response) => {
  const { url = '', method, headers } = request;
  if (url === '/moved') return void response.writeHead(302, { location: '/echo' }).end();
  if (url === '/missing') return void response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page');
  if (url === '/xml') return void response.writeHead(200, { 'content-type': 'application/xml' }).end('<r><i>1</i></r>');
  if (url === '/text') return void response.writeHead(200, { 'content-type': 'text/plain' }).end('plain');
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const told = { method, url, headers, body: Buffer.concat(parts).toString() };
    response.writeHead(200, { 'content-type': 'application/json', 'x-two': ['a', 'b'] }).end(JSON.stringify(told));
  });
});

server.listen(0, '127.0.0.1', () => parentPort!.postMessage((server.address() as AddressInfo).port));

import { createServer } from 'node:http';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { AddressInfo } from 'node:net';
import { serveOperations } from '../async-world.ts';
import { networkOperations } from '../node/network-operations.ts';
import type { StopState } from '../stop-flag.ts';

const { port, state } = workerData as { port: MessagePort; state: StopState };

serveOperations(port, state, networkOperations);

/** Tells what it was asked as JSON; a few addresses answer otherwise. */
const server = createServer((request, response) => {
  const { url = '', method, headers } = request;
  if (url === '/moved') return void response.writeHead(302, { location: '/echo' }).end();
  if (url === '/missing') return void response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page');
  if (url === '/xml') return void response.writeHead(200, { 'content-type': 'application/xml' }).end('<r><i>1</i></r>');
  if (url === '/text') return void response.writeHead(200, { 'content-type': 'text/plain' }).end('plain');
  if (url === '/sign-in') {
    const cookies = ['id=42; Path=/; HttpOnly', 'gone=1; Max-Age=0', 'other=1; Domain=example.org'];
    return void response.writeHead(302, { location: '/echo', 'set-cookie': cookies }).end();
  }
  const page = /^\/pages\/(\d)$/.exec(url)?.[1];
  if (page !== undefined) {
    const link = Number(page) < 3 ? { link: `</pages/${Number(page) + 1}>; rel="next", </pages/1>; rel=first` } : {};
    return void response.writeHead(200, { 'content-type': 'application/json', ...link }).end(`{"page":${page}}`);
  }
  if (url === '/html') {
    const html = '<a href="/x" class=big>To x</a><img src="i.png"><input name="q" value=\'v\'>';
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  }
  if (url === '/silent') return;
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const told = { method, url, headers, body: Buffer.concat(parts).toString() };
    response.writeHead(200, { 'content-type': 'application/json', 'x-two': ['a', 'b'] }).end(JSON.stringify(told));
  });
});

server.listen(0, '127.0.0.1', () => parentPort!.postMessage((server.address() as AddressInfo).port));

import { rops, sourceOperation, transferStatus } from '@cutover/wire/rop';
import type { ServerObject } from '../objects/server-object.ts';
import { Destination, type Frame } from '../transfer/destination.ts';
import { attachmentFrame, folderFrame, messageFrame, messageListFrame, topFolderFrame } from '../transfer/frames.ts';
import { invalidParameter, notSupported } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf, type RopCall } from '../rop-handler.ts';
import { folderOf } from './folder.ts';

/** What the root of a stream is written into, by the operation that the stream was made by. */
const roots: Readonly<Record<number, (object: ServerObject) => Frame>> = {
  [sourceOperation.copyTo]: ownFrame,
  [sourceOperation.copyProperties]: ownFrame,
  [sourceOperation.copyMessages]: (object) => ofFolder(object, messageListFrame),
  [sourceOperation.copyFolder]: (object) => ofFolder(object, topFolderFrame),
};

function ownFrame(object: ServerObject): Frame {
  if (object.kind === 'message') return messageFrame(object);
  return object.kind === 'attachment' ? attachmentFrame(object) : ofFolder(object, folderFrame);
}

function ofFolder(object: ServerObject, frame: (folder: Extract<ServerObject, { kind: 'folder' }>) => Frame): Frame {
  if (object.kind !== 'folder') throw notSupported();
  folderOf(object);
  return frame(object);
}

const configure = defineHandler(rops.fastTransferDestinationConfigure, (call, { sourceOperation: operation }) => {
  const object = objectOf(call, 'folder', 'message', 'attachment');
  const root = roots[operation];
  if (root === undefined) throw invalidParameter();
  const destination = new Destination(root(object), { codePage: call.session.codePage });
  call.open({ kind: 'destination', logon: object.logon, destination });
  return {};
});

/** What has come takes effect at once; the last piece looks like any other. [MS-OXCFXICS] 3.2.5.8.2.2 */
function put(call: RopCall, { data }: { data: Uint8Array }) {
  objectOf(call, 'destination').destination.put(data);
  const progress = { inProgressCount: 0, totalStepCount: 1, reserved: 0 };
  return { transferStatus: transferStatus.partial, ...progress, usedSize: data.length };
}

const putBuffer = defineChange(rops.fastTransferDestinationPutBuffer, put);
const putBufferExtended = defineChange(rops.fastTransferDestinationPutBufferExtended, put);

/** Said by a client that copies between two servers; streams look the same to every version that this server is. */
const tellVersion = defineHandler(rops.tellVersion, (call) => {
  objectOf(call, 'download', 'destination');
  return {};
});

export const fastTransferDestinationHandlers = [configure, putBuffer, putBufferExtended, tellVersion];

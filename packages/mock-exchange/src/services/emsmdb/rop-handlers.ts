import { fastTransferHandlers } from './rops/fast-transfer.ts';
import { folderWritingHandlers } from './rops/folder-writing.ts';
import { folderHandlers } from './rops/folder.ts';
import { idHandlers } from './rops/id.ts';
import { logon } from './rops/logon.ts';
import { messageWritingHandlers } from './rops/message-writing.ts';
import { messageHandlers } from './rops/message.ts';
import { notificationHandlers } from './rops/notification.ts';
import { propertyWritingHandlers } from './rops/property-writing.ts';
import { propertyHandlers } from './rops/property.ts';
import { storeHandlers } from './rops/store.ts';
import { streamHandlers } from './rops/stream.ts';
import { syncHandlers } from './rops/sync.ts';
import { tableHandlers } from './rops/table.ts';
import { transportHandlers } from './rops/transport.ts';
import type { RopHandler } from './rop-handler.ts';

/** Every ROP that is answered through its codec; Release and GetBuffer are not, see run-rop.ts. */
const handlers: readonly RopHandler[] = [
  logon,
  ...folderHandlers,
  ...tableHandlers,
  ...messageHandlers,
  ...propertyHandlers,
  ...streamHandlers,
  ...idHandlers,
  ...fastTransferHandlers,
  ...syncHandlers,
  ...folderWritingHandlers,
  ...messageWritingHandlers,
  ...propertyWritingHandlers,
  ...transportHandlers,
  ...notificationHandlers,
  ...storeHandlers,
];

const byId = new Map(handlers.map((handler) => [handler.rop.id, handler]));

/** The handler of a ROP; undefined for one that this server does not have. */
export const handlerOf = (ropId: number): RopHandler | undefined => byId.get(ropId);

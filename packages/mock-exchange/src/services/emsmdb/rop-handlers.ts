import { categoryHandlers } from './rops/category.ts';
import { fastTransferDestinationHandlers } from './rops/fast-transfer-destination.ts';
import { fastTransferHandlers } from './rops/fast-transfer.ts';
import { folderWritingHandlers } from './rops/folder-writing.ts';
import { folderHandlers } from './rops/folder.ts';
import { idHandlers } from './rops/id.ts';
import { logonHandlers } from './rops/logon.ts';
import { messageWritingHandlers } from './rops/message-writing.ts';
import { messageHandlers } from './rops/message.ts';
import { notificationHandlers } from './rops/notification.ts';
import { perUserHandlers } from './rops/per-user.ts';
import { permissionHandlers } from './rops/permission.ts';
import { propertyCopyingHandlers } from './rops/property-copying.ts';
import { propertyWritingHandlers } from './rops/property-writing.ts';
import { propertyHandlers } from './rops/property.ts';
import { ruleHandlers } from './rops/rule.ts';
import { searchHandlers } from './rops/search.ts';
import { storeHandlers } from './rops/store.ts';
import { streamHandlers } from './rops/stream.ts';
import { syncImportHandlers } from './rops/sync-import.ts';
import { syncHandlers } from './rops/sync.ts';
import { tableHandlers } from './rops/table.ts';
import { transportHandlers } from './rops/transport.ts';
import type { Rop } from '@cutover/wire/rop';
import type { RopHandler } from './rop-handler.ts';

/** Every ROP that is answered through its codec; Release and GetBuffer are not, see run-rop.ts. */
const handlers: readonly RopHandler[] = [
  ...logonHandlers,
  ...folderHandlers,
  ...tableHandlers,
  ...categoryHandlers,
  ...messageHandlers,
  ...propertyHandlers,
  ...streamHandlers,
  ...idHandlers,
  ...fastTransferHandlers,
  ...fastTransferDestinationHandlers,
  ...syncHandlers,
  ...syncImportHandlers,
  ...folderWritingHandlers,
  ...searchHandlers,
  ...messageWritingHandlers,
  ...propertyCopyingHandlers,
  ...propertyWritingHandlers,
  ...transportHandlers,
  ...permissionHandlers,
  ...ruleHandlers,
  ...notificationHandlers,
  ...storeHandlers,
  ...perUserHandlers,
];

const byRop = new Map(handlers.map((handler) => [handler.rop, handler]));

/** The handler of a ROP; undefined for one that this server does not have. */
export const handlerOf = (rop: Rop): RopHandler | undefined => byRop.get(rop);

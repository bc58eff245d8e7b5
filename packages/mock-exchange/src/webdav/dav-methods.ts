import type { DavMethod } from './dav-request.ts';
import { get, put } from './methods/contents.ts';
import { enumerateAttachments } from './methods/enumerate-attachments.ts';
import { changing, lock, unlock } from './methods/lock.ts';
import { bpropfind, propfind } from './methods/propfind.ts';
import { bproppatch, proppatch } from './methods/proppatch.ts';
import { search } from './methods/search.ts';
import { poll, subscribe, unsubscribe } from './methods/subscribe.ts';
import { bcopy, bdelete, bmove, copy, mkcol, move, remove } from './methods/structure.ts';

const options: DavMethod = () => ({
  status: 200,
  headers: [
    ['MS-Author-Via', 'MS-FP/4.0,DAV'],
    ['DAV', '1, 2'],
    ['DASL', '<DAV:sql>'],
    ['Public', Object.keys(davMethods).join(', ')],
    ['Allow', Object.keys(davMethods).join(', ')],
  ],
});

/** What each method does; one that is not here is refused by 501. */
export const davMethods: Readonly<Record<string, DavMethod>> = {
  OPTIONS: options,
  GET: get,
  HEAD: get,
  PUT: changing(put),
  DELETE: changing(remove),
  MKCOL: mkcol,
  MOVE: changing(move),
  COPY: copy,
  PROPFIND: propfind,
  PROPPATCH: changing(proppatch),
  SEARCH: search,
  BPROPFIND: bpropfind,
  BPROPPATCH: bproppatch,
  BDELETE: bdelete,
  BMOVE: bmove,
  BCOPY: bcopy,
  LOCK: lock,
  UNLOCK: unlock,
  SUBSCRIBE: subscribe,
  UNSUBSCRIBE: unsubscribe,
  POLL: poll,
  'X-MS-ENUMATTS': enumerateAttachments,
};

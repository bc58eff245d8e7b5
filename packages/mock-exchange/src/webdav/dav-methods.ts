import type { DavMethod } from './dav-request.ts';
import { get, put } from './methods/contents.ts';
import { bpropfind, propfind } from './methods/propfind.ts';
import { bproppatch, proppatch } from './methods/proppatch.ts';
import { search } from './methods/search.ts';
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

/** What each method does. Those of Exchange that are not here (LOCK, SUBSCRIBE, POLL, X-MS-ENUMATTS …) are refused by 501. */
export const davMethods: Readonly<Record<string, DavMethod>> = {
  OPTIONS: options,
  GET: get,
  HEAD: get,
  PUT: put,
  DELETE: remove,
  MKCOL: mkcol,
  MOVE: move,
  COPY: copy,
  PROPFIND: propfind,
  PROPPATCH: proppatch,
  SEARCH: search,
  BPROPFIND: bpropfind,
  BPROPPATCH: bproppatch,
  BDELETE: bdelete,
  BMOVE: bmove,
  BCOPY: bcopy,
};

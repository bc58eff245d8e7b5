import { errorCode, rops, type Restriction } from '@cutover/wire/rop';
import type { SearchCriteria } from '../../../store/folder-row.ts';
import type { Folder } from '../../../store/folder.ts';
import { idOf } from '../objects/ids.ts';
import { keepRestriction, openRestriction } from '../objects/kept-restriction.ts';
import { isTooComplex } from '../objects/matches.ts';
import { frozen, isSearchFolder } from '../objects/search-folder.ts';
import { RopFailure } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf, type RopCall } from '../rop-handler.ts';
import { folderOf, requireFolder } from './folder.ts';

/** Flags of a client. [MS-OXCFOLD] 2.2.1.4.1 */
const wish = { stop: 0x01, restart: 0x02, recursive: 0x04, shallow: 0x08, static: 0x00040000 } as const;
/** Flags of the server. [MS-OXCFOLD] 2.2.1.5.2 */
const state = { running: 0x01, recursive: 0x04, complete: 0x1000 } as const;

/** The folder of the call, which must be a search folder. */
function searchFolder(call: RopCall): Folder {
  const folder = folderOf(objectOf(call, 'folder'));
  if (!isSearchFolder(folder)) throw new RopFailure(errorCode.notSearchFolder);
  return folder;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RopFailure(errorCode.notInitialized);
  return value;
}

function keptOf(call: RopCall, restriction: Restriction | undefined, before: SearchCriteria | undefined) {
  if (restriction === undefined) {
    const { restriction: bytes, names } = required(before);
    return { restriction: bytes, names };
  }
  if (isTooComplex(restriction)) throw new RopFailure(errorCode.tooComplex);
  return keepRestriction(restriction, call.session.names);
}

/** What is not said anew stays; that it looks into itself is refused by Exchange 2013 only. A search that is restarted, or told something new, looks again. [MS-OXCFOLD] 3.2.5.4 */
const setSearchCriteria = defineChange(rops.setSearchCriteria, (call, { restriction, folderIds, searchFlags }) => {
  const { id, search: before } = searchFolder(call);
  const { mailbox } = objectOf(call, 'folder').logon;
  const folders = folderIds.map((one) => requireFolder(mailbox, one).id);
  const wants = (flag: number): boolean => (searchFlags & flag) !== 0;
  const criteria: SearchCriteria = {
    ...keptOf(call, restriction, before),
    folderIds: folders.length > 0 ? folders : required(before).folderIds,
    recursive: wants(wish.recursive) || (before?.recursive === true && !wants(wish.shallow)),
  };
  const isFrozen = wants(wish.stop) || wants(wish.static);
  mailbox.editFolder(id, { search: isFrozen ? frozen(mailbox, criteria) : criteria });
  return {};
});

const getSearchCriteria = defineHandler(
  rops.getSearchCriteria,
  (call, { logonId, includeRestriction, includeFolders }) => {
    const search = required(searchFolder(call).search);
    return {
      restriction: includeRestriction ? openRestriction(search, call.session.names) : undefined,
      logonId,
      folderIds: includeFolders ? search.folderIds.map(idOf) : [],
      searchFlags:
        state.complete | (search.found === undefined ? state.running : 0) | (search.recursive ? state.recursive : 0),
    };
  },
);

export const searchHandlers = [setSearchCriteria, getSearchCriteria];

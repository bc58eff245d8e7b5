import type { Cmdlet } from '../../runtime/engine/command.ts';
import { clearContent } from './clear-content.ts';
import { copyItem } from './copy-item.ts';
import { getChildItem } from './get-child-item.ts';
import { getContent } from './get-content.ts';
import { getFileHash } from './get-file-hash.ts';
import { getItem } from './get-item.ts';
import {
  getItemProperty,
  getItemPropertyValue,
  newItemProperty,
  removeItemProperty,
  setItemProperty,
} from './item-properties.ts';
import { joinPath } from './join-path.ts';
import { getLocation, popLocation, pushLocation, setLocation } from './locations.ts';
import { moveItem } from './move-item.ts';
import { newItem } from './new-item.ts';
import { newTemporaryFile } from './new-temporary-file.ts';
import { outFile } from './out-file.ts';
import { getPSDrive, getPSProvider, newPSDrive, removePSDrive } from './ps-drives.ts';
import { removeItem } from './remove-item.ts';
import { renameItem } from './rename-item.ts';
import { convertPath, resolvePath } from './resolve-path.ts';
import { addContent, setContent } from './set-content.ts';
import { clearItem, setItem } from './set-item.ts';
import { splitPath } from './split-path.ts';
import { unblockFile } from './unblock-file.ts';
import { withoutCredential } from './without-credential.ts';
import { testPath } from './test-path.ts';

/** Items, their content, paths and drives. */
export const fileCmdlets: readonly Cmdlet[] = [
  addContent,
  clearContent,
  clearItem,
  convertPath,
  copyItem,
  getChildItem,
  getContent,
  getFileHash,
  getItem,
  getItemProperty,
  getItemPropertyValue,
  getLocation,
  getPSDrive,
  getPSProvider,
  joinPath,
  moveItem,
  newItem,
  newItemProperty,
  newPSDrive,
  newTemporaryFile,
  outFile,
  popLocation,
  pushLocation,
  removeItem,
  removeItemProperty,
  removePSDrive,
  renameItem,
  resolvePath,
  setContent,
  setItem,
  setItemProperty,
  setLocation,
  splitPath,
  testPath,
  unblockFile,
].map(withoutCredential);

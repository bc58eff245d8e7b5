import { storeErrors } from '../errors.ts';
import type { Folder } from './folder.ts';

const sameName = (left: string, right: string): boolean =>
  left.normalize('NFC').toLowerCase() === right.normalize('NFC').toLowerCase();

/** The folders of a mailbox by id and by parent. Every method keeps: one root, no cycle, no two names alike in a folder. */
export class FolderTree {
  readonly #byId = new Map<number, Folder>();
  readonly #children = new Map<number, Set<number>>();
  readonly #fixed = new Set<number>();

  /** The same folders in a tree of its own. */
  copy(): FolderTree {
    const copy = new FolderTree();
    for (const [id, folder] of this.#byId) copy.#byId.set(id, folder);
    for (const [id, children] of this.#children) copy.#children.set(id, new Set(children));
    for (const id of this.#fixed) copy.#fixed.add(id);
    return copy;
  }

  get(id: number): Folder | undefined {
    return this.#byId.get(id);
  }

  require(id: number): Folder {
    const folder = this.#byId.get(id);
    if (folder === undefined) throw storeErrors.noSuchFolder({ id });
    return folder;
  }

  children(id: number): Folder[] {
    const ids = this.#children.get(id) ?? [];
    return [...ids].map((child) => this.require(child)).toSorted((left, right) => left.id - right.id);
  }

  descendants(id: number): Folder[] {
    return this.children(id).flatMap((child) => [child, ...this.descendants(child.id)]);
  }

  add(folder: Folder): Folder {
    if (folder.parentId !== undefined) this.#assertNameIsFree(folder.parentId, folder.name);
    this.#byId.set(folder.id, folder);
    if (folder.parentId !== undefined) this.#childrenOf(folder.parentId).add(folder.id);
    return folder;
  }

  /** Folders that every mailbox has are neither renamed nor moved nor deleted. */
  fix(id: number): void {
    this.#fixed.add(id);
  }

  /** Puts a folder whose name and parent are the same in the place of the old one. */
  update(folder: Folder): Folder {
    this.require(folder.id);
    this.#byId.set(folder.id, folder);
    return folder;
  }

  /** Puts a changed folder in the place of the old one, which may have had another name or parent. */
  replace(folder: Folder): Folder {
    const old = this.require(folder.id);
    const { parentId } = folder;
    if (parentId === undefined || old.parentId === undefined) throw storeErrors.folderIsFixed({ name: old.name });
    this.#assertIsFree(old);
    this.assertNotBelow(old, parentId);
    this.#assertNameIsFree(parentId, folder.name, folder.id);
    this.#childrenOf(old.parentId).delete(folder.id);
    this.#childrenOf(parentId).add(folder.id);
    this.#byId.set(folder.id, folder);
    return folder;
  }

  /** Throws when the folder is the parent, or contains it. */
  assertNotBelow(folder: Folder, parentId: number): void {
    for (let above: Folder | undefined = this.require(parentId); above !== undefined;) {
      if (above.id === folder.id) throw storeErrors.folderIntoItself({ name: folder.name });
      above = above.parentId === undefined ? undefined : this.require(above.parentId);
    }
  }

  /** Removes the folder and all below it; tells which they were, children before parents. */
  remove(id: number): Folder[] {
    const folder = this.require(id);
    const removed = [...this.descendants(id).toReversed(), folder];
    for (const one of removed) this.#assertIsFree(one);
    for (const { id: gone, parentId } of removed) {
      this.#byId.delete(gone);
      this.#children.delete(gone);
      if (parentId !== undefined) this.#children.get(parentId)?.delete(gone);
    }
    return removed;
  }

  #childrenOf(id: number): Set<number> {
    const known = this.#children.get(id);
    if (known !== undefined) return known;
    const added = new Set<number>();
    this.#children.set(id, added);
    return added;
  }

  #assertIsFree({ id, name }: Folder): void {
    if (this.#fixed.has(id)) throw storeErrors.folderIsFixed({ name });
  }

  #assertNameIsFree(parentId: number, name: string, except?: number): void {
    const parent = this.require(parentId);
    const taken = this.children(parentId).some((child) => child.id !== except && sameName(child.name, name));
    if (taken) throw storeErrors.folderExists({ name, parent: parent.name });
  }
}

import { migrationErrors } from '../errors.ts';
import type { SourceRecipient } from '../ports/source.ts';
import type { NewAccount, StagedContent, Target, TargetMailbox, TargetRecipient } from '../ports/target.ts';

export interface MemoryItem {
  folder: string;
  sourceKey: string;
  content: string;
  subject: string;
  read: boolean;
}

export interface MemoryRecipient extends TargetRecipient {
  readonly entry: SourceRecipient;
  readonly account?: NewAccount;
  members: readonly string[];
}

/** A target organisation in memory, for tests: nothing in it is undone when a unit of work fails. */
export interface MemoryTarget extends Target {
  readonly recipients: MemoryRecipient[];
  readonly items: Map<string, Map<number, MemoryItem>>;
  readonly folders: Map<string, Map<string, string>>;
  readonly acceptedDomains: Set<string>;
  /** Contents staged and neither adopted nor discarded. */
  readonly staged: Set<StagedContent>;
  /** `folder: content` of each item of the mailbox of this alias, sorted. */
  contentsOf(alias: string): string[];
}

export function createMemoryTarget(): MemoryTarget {
  const recipients: MemoryRecipient[] = [];
  const items: MemoryTarget['items'] = new Map();
  const folders: MemoryTarget['folders'] = new Map();
  const staged: MemoryTarget['staged'] = new Set();
  const acceptedDomains = new Set(['contoso.com']);
  let number = 0;

  const add = (entry: SourceRecipient, guid: string, account?: NewAccount): TargetRecipient => {
    const { kind, primaryAddress } = entry;
    const recipient = { guid, kind, primaryAddress, entry, members: [], ...(account && { account }) };
    recipients.push(recipient);
    return recipient;
  };

  const stage = (): StagedContent => {
    const parts: Buffer[] = [];
    const content: StagedContent & { text(): string } = {
      get size() {
        return parts.reduce((sum, part) => sum + part.length, 0);
      },
      write: (bytes) => void parts.push(Buffer.from(bytes)),
      finish: () => undefined,
      discard: () => void staged.delete(content),
      text: () => Buffer.concat(parts).toString(),
    };
    staged.add(content);
    return content;
  };

  const openMailbox = (guid: string): TargetMailbox => {
    const own = items.get(guid) ?? new Map<number, MemoryItem>();
    const tree = folders.get(guid) ?? new Map<string, string>();
    items.set(guid, own);
    folders.set(guid, tree);
    return {
      saveFolders: (changed) => {
        for (const { id, name } of changed) tree.set(id, name);
      },
      removeFolders: (ids) => {
        for (const id of ids) {
          tree.delete(id);
          for (const [item, { folder }] of own) if (folder === id) own.delete(item);
        }
      },
      stage,
      adopt: ({ folder, header, summary, content, replaces }) => {
        staged.delete(content);
        if (replaces !== undefined) own.delete(replaces);
        const sourceKey = Buffer.from(header.sourceKey).toString();
        const text = (content as StagedContent & { text(): string }).text();
        own.set(++number, { folder, sourceKey, content: text, subject: summary.subject, read: summary.read });
        return number;
      },
      removeItems: (gone) => gone.forEach((item) => own.delete(item)),
      setRead: (marked, { read }) => marked.forEach((item) => (own.get(item)!.read = read)),
    };
  };

  return {
    recipients,
    items,
    folders,
    staged,
    acceptedDomains,
    isAcceptedDomain: (domain) => acceptedDomains.has(domain),
    findRecipient: ({ sourceId, address }) =>
      recipients.find(({ entry }) => entry.sourceId === sourceId || entry.primaryAddress === address),
    createMailbox: (entry, account) => add(entry, account.guid, account),
    createContact: (entry, { guid }) => add(entry, guid),
    createGroup: (entry, { guid }) => add(entry, guid),
    setGroupMembers: (groupGuid, members) => {
      const group = recipients.find(({ guid }) => guid === groupGuid);
      if (group === undefined) throw migrationErrors.batchNotFound({ identity: groupGuid });
      group.members = members;
    },
    openMailbox,
    contentsOf: (alias) => {
      const owner = recipients.find(({ entry }) => entry.alias === alias);
      const tree = folders.get(owner?.guid ?? '');
      return [...(items.get(owner?.guid ?? '')?.values() ?? [])]
        .map(({ folder, content }) => `${tree?.get(folder)}: ${content}`)
        .toSorted();
    },
  };
}

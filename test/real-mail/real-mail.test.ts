import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { importMime } from '@cutover/content';
import { hashMessage, type Mailbox, MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { filetimeFromDate } from '@cutover/wire';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { migrateAll, openOrganisation, temporaryFolder } from '../support/rehearsal.ts';
import { hashStoredMessages } from '../support/stored-mailboxes.ts';

// The project's own odd messages always; mail from elsewhere where it is: see docs/contributing.md.
const collections = {
  'our own messages': join(import.meta.dirname, '../mail'),
  'messages that nobody here wrote': process.env['CUTOVER_MAIL'] ?? join(import.meta.dirname, '../../../shared/mail'),
};

/** A file, and what became of it on its way into the source's mailbox. */
interface Imported {
  readonly file: string;
  readonly id?: number;
  /** Why it could not be imported. */
  readonly refused?: string;
}

describe.each(Object.entries(collections))('%s', (name, folder) => {
  test.skipIf(!existsSync(folder))(
    `migrate whole, or are listed (${relative('.', folder)})`,
    { timeout: 60_000 },
    async () => {
      const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
        .user({ alias: 'annb', displayName: 'Ann Beebe' })
        .account({ userName: 'administrator' })
        .grantReceiveAs('administrator')
        .build();
      await using mock = await MockExchange.start({ seed });
      const source = mock.store.mailbox(mock.store.owners[0]!)!;
      const imported = await importAll(folder, source);
      using data = temporaryFolder();
      await using organisation = openOrganisation(data.path, addressOf(mock));
      expect(await migrateAll(organisation, addressOf(mock))).toEqual([]);

      const stored = new Map(
        hashStoredMessages(data.databasePath, 'annb@contoso.com').map((one) => [counterOf(one.sourceKey), one.hash]),
      );
      const lost = imported.filter(({ id, refused }) => refused === undefined && !stored.has(id!));
      const changed = imported.filter(
        ({ id }) => id !== undefined && stored.get(id) !== hashMessage(source.message(id)!),
      );
      expect({ lost, changed }).toEqual({ lost: [], changed: [] });
      expect(imported.filter(({ refused }) => refused === '')).toEqual([]);
      expect(stored.size).toBe(imported.filter(({ id }) => id !== undefined).length);
      expect(imported.length, name).toBeGreaterThanOrEqual(30);
    },
  );
});

/** Imports every .eml file below the folder, each into a folder of the mailbox that is called like its own. */
async function importAll(folder: string, mailbox: Mailbox): Promise<Imported[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eml'));
  const folders = new Map<string, number>();
  const imported: Imported[] = [];
  for (const file of files.toSorted()) {
    const name = file.includes('/') ? file.slice(0, file.indexOf('/')) : 'Imported';
    const into = folders.get(name) ?? mailbox.createFolder(mailbox.wellKnown('ipmSubtree'), { name }).id;
    folders.set(name, into);
    imported.push(await importFile(join(folder, file), { mailbox, into }));
  }
  return imported;
}

async function importFile(path: string, { mailbox, into }: { mailbox: Mailbox; into: number }): Promise<Imported> {
  try {
    const { content, deliveredAt = new Date(0) } = await importMime(readFileSync(path));
    return { file: path, id: mailbox.deliver(into, { content, deliveredAt: filetimeFromDate(deliveredAt) }).id };
  } catch (error) {
    return { file: path, refused: error instanceof Error ? error.message : String(error) };
  }
}

/** The counter in a source key: GUID of the mailbox's id space, then six bytes. */
const counterOf = (sourceKey: string): number => Number.parseInt(sourceKey.slice(32), 16);

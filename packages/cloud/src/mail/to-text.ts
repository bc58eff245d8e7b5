import type { MigratedRow, TypeCount } from '@cutover/migration';
import { errorsHeading, troubles, typeNames, type MailContent } from './mail-content.ts';

/** The mail for programs and people who read plain text. */
export function toText(content: MailContent): string {
  const { title } = content;
  const sections: [heading: string, lines: string[]][] = [
    ['', content.note === undefined ? [] : [content.note]],
    ['', content.facts.map(([label, value]) => `${`${label}:`.padEnd(17)}${value}`)],
    ['Counts', content.counts.map((count) => `${typeNames[count.type].padEnd(21)}${countText(count)}`)],
    ['What to do next', content.next.map((step, at) => `${at + 1}. ${step}`)],
    ['Files', content.files.map(({ name, url, about }) => `${name}: ${about}${url ? `\n  ${url}` : ' (attached)'}`)],
    [
      errorsHeading,
      content.errors.map((row) => `${row.emailAddress} (${row.type}): ${row.errorMessage}\n  ${row.remedy}`),
    ],
    ['Migrated', content.migrated.map((row) => `${row.emailAddress} (${row.type}, ${row.status})${itemsText(row)}`)],
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) =>
      [heading && `${heading}\n${'-'.repeat(heading.length)}`, ...lines].filter(Boolean).join('\n'),
    );
  return `${title}\n${'='.repeat(title.length)}\n\n${body.join('\n\n')}\n`;
}

const countText = (count: TypeCount): string =>
  [`${count.migrated} of ${count.total} migrated`, ...troubles(count)].join(', ');

const itemsText = (row: MigratedRow): string =>
  row.type === 'Mailbox'
    ? `: ${row.itemsMigrated} ${row.itemsMigrated === 1 ? 'item' : 'items'}${row.itemsSkipped > 0 ? `, ${row.itemsSkipped} skipped` : ''}`
    : '';

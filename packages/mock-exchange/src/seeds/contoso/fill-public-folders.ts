import type { MailboxBuilder } from '../mailbox-builder.ts';
import { stableRandom } from '../stable.ts';
import { contactsOf } from './agenda.ts';
import { mailAbout, pickTopic } from './correspondence.ts';
import { users } from './people.ts';
import { day } from './time.ts';

const holidays: readonly (readonly [subject: string, date: string])[] = [
  ['New Year’s Day', '2013-01-01'],
  ['Tag der Arbeit', '2013-05-01'],
  ['文化の日', '2013-11-03'],
];

/** Fills the public folders of Contoso: news that people post, holidays, and customers whom all know. */
export function fillPublicFolders(builder: MailboxBuilder, number: number): void {
  const random = stableRandom('contoso', number, 'public folders');
  for (const path of [['Company News'], ['Company News', 'Übersetzungen'], ['Projects', 'Alpha']]) {
    for (let count = random.integer(2, 4); count > 0; count--) {
      const [from, to] = [random.pick(users).alias, [random.pick(users).alias]];
      builder.add(path, mailAbout(random, { topic: pickTopic(random), from, to, cc: [] }));
    }
  }
  builder.folder(['Holidays'], { containerClass: 'IPF.Appointment' });
  for (const [subject, date] of holidays) {
    const start = day(date);
    const end = new Date(start.getTime() + 86_400_000);
    builder.add(['Holidays'], { type: 'appointment', subject, start, end, allDay: true, busy: 'free' });
  }
  builder.folder(['Customers'], { containerClass: 'IPF.Contact' });
  builder.add(['Customers'], ...contactsOf(random));
}

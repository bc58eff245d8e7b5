import type { SeededRandom } from '@cutover/base';
import type { SeedAppointment, SeedContact, SeedNote, SeedRecurrence, SeedTask } from '../seed-item.ts';
import type { Correspondent } from './letters.ts';
import { languages } from './languages.ts';

const minute = 60_000;
const quarter = 15 * minute;
const day = 86_400_000;
const rooms = ['Room 4000', 'Café', 'Raum „Zugspitze“', '会議室A', ''];

/** An entry of a calendar that begins about then; every seventh is a series. */
export function appointmentAt(random: SeededRandom, of: Correspondent, at: number): SeedAppointment {
  const start = new Date(Math.floor(at / quarter) * quarter);
  const end = new Date(start.getTime() + random.pick([15, 30, 30, 60, 60, 90, 120]) * minute);
  const subject = random.pick(languages[of.person.culture.language].meetings);
  const besides = { location: random.pick(rooms), reminderMinutes: 15 };
  const single = { type: 'appointment', subject, start, end, ...besides } as const;
  if (random.next() < 1 / 7) return { ...single, recurrence: weekly(random, of, start) };
  if (random.next() < 0.1) return allDay(random, of, start);
  return random.next() < 0.5 ? { ...single, ...invitation(random, of) } : single;
}

const weekly = (random: SeededRandom, { person }: Correspondent, start: Date): SeedRecurrence => ({
  rule: { every: 'week', interval: random.pick([1, 1, 2]), weekdays: 1 << start.getUTCDay() },
  ends: { count: random.integer(4, 26) },
  timeZone: person.culture.site.timeZone,
});

function allDay(random: SeededRandom, { person }: Correspondent, at: Date): SeedAppointment {
  const { utcOffset } = person.culture.site;
  const start = new Date(Math.floor(at.getTime() / day) * day - utcOffset * 60 * minute);
  const end = new Date(start.getTime() + random.integer(1, 14) * day);
  return {
    type: 'appointment',
    subject: random.pick(['Urlaub', 'Off', '出張']),
    start,
    end,
    allDay: true,
    busy: 'outOfOffice',
  };
}

function invitation(random: SeededRandom, { person, people }: Correspondent): Partial<SeedAppointment> {
  const invited = Array.from({ length: random.integer(1, 8) }, () => random.pick(people).alias);
  return {
    organizer: random.next() < 0.4 ? person.alias : random.pick(people).alias,
    attendees: [...new Set(invited)].map((address) => ({
      address,
      role: random.pick(['required', 'required', 'optional'] as const),
      response: random.pick(['accepted', 'accepted', 'tentative', 'declined', 'notResponded'] as const),
    })),
  };
}

/** Somebody outside, as people keep them for themselves. */
export function contactAt(random: SeededRandom, { outsiders }: Correspondent, at: number): SeedContact {
  const { name, company, address } = random.pick(outsiders);
  const [givenName, ...rest] = name.split(' ');
  return {
    type: 'contact',
    displayName: name,
    givenName: givenName!,
    surname: rest.join(' '),
    company,
    emails: [address],
    phones: { business: `+1 (425) 555-${random.integer(1000, 9999)}` },
    createdAt: new Date(at),
  };
}

export function taskAt(random: SeededRandom, { person }: Correspondent, at: number): SeedTask {
  const { subjects } = languages[person.culture.language];
  const isDone = random.next() < 0.6;
  return {
    type: 'task',
    subject: random.pick(subjects),
    status: isDone ? 'complete' : 'inProgress',
    owner: person.displayName,
    ...(isDone ? { completedOn: new Date(Math.floor(at / day) * day + 7 * day) } : {}),
    createdAt: new Date(at),
  };
}

export function noteAt(random: SeededRandom, { person }: Correspondent, at: number): SeedNote {
  const { sentences } = languages[person.culture.language];
  return {
    type: 'note',
    text: random.pick(sentences),
    color: random.pick(['yellow', 'blue', 'green'] as const),
    createdAt: new Date(at),
  };
}

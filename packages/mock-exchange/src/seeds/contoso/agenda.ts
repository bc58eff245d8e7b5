import type { SeededRandom } from '@cutover/base';
import type { SeedAppointment, SeedContact, SeedItem, SeedNote, SeedTask } from '../seed-item.ts';
import { at, day, homeZone, minutesLater } from './time.ts';

const weekday = { monday: 2, tuesday: 4, workdays: 0b0111110 } as const;

const appointment = (
  subject: string,
  local: string,
  minutes: number,
  besides: Partial<SeedAppointment> = {},
): SeedAppointment => ({
  type: 'appointment',
  subject,
  start: at(local),
  end: minutesLater(at(local), minutes),
  ...besides,
});

/** The staff meeting: every Tuesday, once moved, once left out. */
const staffMeeting = (owner: string): SeedAppointment =>
  appointment('Staff meeting', '2012-09-04T09:00', 60, {
    location: 'Conference Room 4000',
    organizer: 'hollyh',
    reminderMinutes: 15,
    attendees: [
      { address: 'allstaff' },
      { address: owner, response: 'accepted' },
      { address: 'room4000', role: 'resource', response: 'accepted' },
    ],
    recurrence: {
      rule: { every: 'week', interval: 1, weekdays: weekday.tuesday },
      ends: { until: at('2013-06-25T09:00') },
      timeZone: homeZone,
      description: 'every Tuesday from 9:00 AM to 10:00 AM',
      deleted: [at('2012-12-25T09:00')],
      modified: [
        {
          original: at('2012-11-06T09:00'),
          start: at('2012-11-07T10:30'),
          end: at('2012-11-07T11:30'),
          subject: 'Staff meeting (moved: elections)',
          location: 'Café',
        },
      ],
    },
  });

const payroll = appointment('Payroll closes', '2012-09-28T16:00', 30, {
  busy: 'free',
  categories: ['Finance'],
  recurrence: {
    rule: { every: 'month', interval: 1, weekdays: 0b0100000, nth: 5 },
    timeZone: homeZone,
    description: 'the last Friday of every month',
  },
});

const standUp = appointment('Stand-up', '2012-09-03T08:45', 15, {
  recurrence: {
    rule: { every: 'week', interval: 1, weekdays: weekday.workdays },
    ends: { count: 60 },
    timeZone: 'Europe/Berlin',
    description: 'every weekday',
  },
});

const birthday = (name: string, date: string): SeedAppointment => ({
  type: 'appointment',
  subject: `Birthday: ${name}`,
  start: at(`${date}T00:00`),
  end: at(`${date}T23:59`),
  allDay: true,
  busy: 'free',
  recurrence: {
    rule: { every: 'year', interval: 1, dayOfMonth: Number(date.slice(8)) },
    timeZone: homeZone,
    description: `every year on ${date.slice(5)}`,
  },
});

const places = ['Café Rouge', '', 'Gate B 12', 'Raum „Zugspitze“', 'http://meet.contoso.com/4711'];

/** What stands in somebody's calendar. */
export function calendarOf(random: SeededRandom, owner: string): SeedAppointment[] {
  const trip = `2012-10-${random.integer(10, 28)}`;
  return [
    staffMeeting(owner),
    random.pick([payroll, standUp]),
    birthday(random.pick(['Mom', 'Zoë', 'Günter']), '1976-11-24'),
    appointment('Flight to Munich ✈', `${trip}T13:15`, 615, { busy: 'outOfOffice', location: random.pick(places) }),
    appointment('Dentist', `2013-01-${random.integer(10, 28)}T07:30`, 45, {
      sensitivity: 'private',
      reminderMinutes: 120,
    }),
  ];
}

/** Somebody's tasks. */
export const tasksOf = (random: SeededRandom, owner: string): SeedTask[] => [
  {
    type: 'task',
    subject: 'Clean up mailbox before the migration',
    text: 'Delete what is old; back up the Inbox.',
    status: 'inProgress',
    done: random.integer(1, 9) / 10,
    owner,
    startsOn: day('2013-01-07'),
    dueOn: day('2013-02-15'),
    reminderAt: at('2013-02-14T08:00'),
    importance: 'high',
    createdAt: at('2013-01-07T08:05'),
  },
  {
    type: 'task',
    subject: 'Reisekosten abrechnen',
    status: 'complete',
    owner,
    completedOn: day('2012-11-30'),
    createdAt: at('2012-11-05T17:20'),
  },
];

/** Somebody's sticky notes. */
export const notesOf = (random: SeededRandom): SeedNote[] => [
  {
    type: 'note',
    text: `Door code ${random.integer(1000, 9999)}\r\nchanges on the 1st`,
    color: random.pick(['yellow', 'blue', 'pink'] as const),
    createdAt: at('2012-10-01T09:00'),
  },
];

/** Somebody's own contacts. */
export const contactsOf = (random: SeededRandom): SeedContact[] => [
  {
    type: 'contact',
    displayName: 'Dr. Søren Ægidius Å',
    prefix: 'Dr.',
    givenName: 'Søren',
    middleName: 'Ægidius',
    surname: 'Å',
    company: 'Trey Research',
    title: 'Zahnarzt',
    emails: ['soren@treyresearch.net', 'praxis@treyresearch.net'],
    phones: { business: '+45 33 55 50 10', mobile: '+45 20 55 50 11', businessFax: '+45 33 55 50 12' },
    workAddress: { street: 'Nørregade 10', city: 'København', postalCode: '1165', country: 'Danmark' },
    birthday: day('1968-02-29'),
    createdAt: at('2012-09-10T12:00'),
  },
  {
    type: 'contact',
    displayName: `Plumber ${random.integer(1, 9)}`,
    phones: { home: `+1 (206) 555-01${random.integer(10, 99)}` },
    homeAddress: { street: '12 Elm St.', city: 'Seattle', state: 'WA', postalCode: '98101', country: 'United States' },
    text: 'Do not call before ten.',
    categories: ['Private', 'House'],
    createdAt: at('2012-09-11T12:00'),
  },
];

/** An entry that only programs read: a saved view. */
export const savedView: SeedItem = {
  type: 'mail',
  subject: 'Unread, by sender',
  sentAt: at('2012-09-03T08:00'),
  besides: [
    { tag: 0x001a001f, value: 'IPM.Microsoft.FolderDesign.NamedView' },
    { tag: 0x7006001f, value: 'Unread, by sender' },
    { tag: 0x70070003, value: 8 },
    { tag: 0x70010102, value: Uint8Array.from({ length: 64 }, (_, index) => index) },
  ],
};

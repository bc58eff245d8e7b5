import type { OrganisationFigures } from './organisation-bench.ts';
import { ratio } from './table.ts';

/** One line of the table: a figure for each size, and what it should be. */
interface Row {
  readonly name: string;
  readonly value: (figures: OrganisationFigures, all: readonly OrganisationFigures[]) => string;
  readonly goal?: {
    readonly text: string;
    readonly isMet: (figures: OrganisationFigures, all: readonly OrganisationFigures[]) => boolean;
  };
}

const perMailbox = 50;
const mostGrowth = 1.25;
const cpuAMessage = ({ cpuMilliseconds, mailboxes }: OrganisationFigures): number =>
  cpuMilliseconds / (mailboxes * perMailbox);
const growth = (figures: OrganisationFigures, [first = figures]: readonly OrganisationFigures[]): number =>
  cpuAMessage(figures) / cpuAMessage(first);
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

const rows: readonly Row[] = [
  { name: 'wall, s', value: ({ milliseconds }) => seconds(milliseconds) },
  { name: 'wall, ms a mailbox', value: ({ mailboxes, milliseconds }) => (milliseconds / mailboxes).toFixed(0) },
  {
    name: 'messages/s',
    value: ({ mailboxes, milliseconds }) => ((mailboxes * perMailbox * 1000) / milliseconds).toFixed(0),
  },
  { name: 'CPU, ms a message', value: (figures) => cpuAMessage(figures).toFixed(2) },
  {
    name: 'CPU a message, of the first',
    value: (figures, all) => ratio(growth(figures, all), 1),
    goal: { text: `in line: at most ${mostGrowth}×`, isMet: (figures, all) => growth(figures, all) <= mostGrowth },
  },
  {
    name: 'peak memory, MB',
    value: ({ peakMegabytes }) => peakMegabytes.toFixed(0),
    goal: { text: 'under 300', isMet: ({ peakMegabytes }) => peakMegabytes < 300 },
  },
  {
    name: 'failed',
    value: ({ failed }) => String(failed),
    goal: { text: '0', isMet: ({ failed }) => failed === 0 },
  },
  { name: 'statistics of all by the SDK, s', value: ({ statisticsMilliseconds: all }) => seconds(all) },
  {
    name: 'the same by a script into CSV, s',
    value: ({ pipelineMilliseconds: all }) => seconds(all),
    goal: { text: 'under 2 for 1,000', isMet: ({ pipelineMilliseconds: all }) => all < 2000 },
  },
  { name: '  its CPU, s', value: ({ pipelineCpuMilliseconds: all }) => seconds(all) },
  {
    name: '  its rows',
    value: ({ rows: count }) => String(count),
    goal: { text: 'one for each', isMet: ({ mailboxes, rows: count }) => count >= mailboxes },
  },
];

/** The sizes side by side, each figure beside its goal. */
export function printOrganisation(all: readonly OrganisationFigures[]): string {
  const lines = rows.map(({ goal, name, value }) => {
    const cells = all.map((figures) => value(figures, all).padStart(9)).join('');
    return `${name.padEnd(34)}${cells}${goal ? `  ${goal.text}, ${isMet(goal, all) ? 'met' : 'MISSED'}` : ''}`;
  });
  const sizes = all.map(({ mailboxes }) => String(mailboxes).padStart(9)).join('');
  return [
    'Organisation: one batch of mailboxes of 50 messages each, 10 at once, over http; the mock in a process of its own.\n',
    `${'mailboxes'.padEnd(34)}${sizes}  goal`,
    ...lines,
    '',
  ].join('\n');
}

const isMet = ({ isMet: met }: NonNullable<Row['goal']>, all: readonly OrganisationFigures[]): boolean =>
  all.every((figures) => met(figures, all));

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportMigrationReport, report, type CmdletDefinition } from '@cutover/core';
import { buildStatusReport, serviceRules, type ReportMoment, type ServiceVersion } from '@cutover/migration';
import { expect, test } from 'vitest';
import { batchView, userView } from '../testing/views.ts';
import { statusMail } from './status-mail.ts';

const facts = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../test/facts/reports.json'), 'utf8')) as {
  csv: Record<string, string[]>;
  moments: ReportMoment[];
  intervalHours: Record<ServiceVersion, number>;
  mailsStarter: Record<ServiceVersion, boolean>;
  reportLine: string;
  exportSets: Record<string, string[]>;
};

const failed = userView('Bob', {
  status: 'Failed',
  initialSyncedAt: undefined,
  error: { code: 'migration.syncTimeout', summary: 'No.', detail: 'No.', at: 0 },
});
const mailAt = (moment: ReportMoment) =>
  statusMail(
    buildStatusReport({
      batch: batchView(),
      moment,
      madeAt: 0,
      users: [userView('Ann'), failed],
      skippedItems: [],
      passwords: new Map(),
    }),
    { to: ['admin@contoso.com'], files: undefined },
  );

test.each(Object.entries(facts.csv))(
  '%s has the columns that are known, in their order, and ours behind',
  (file, columns) => {
    const { content } = mailAt('synced').attachments.find(({ fileName }) => fileName === file)!;
    const header = String(content).split('\r\n')[0]!.split(',');
    expect(header.slice(0, columns.length)).toEqual(columns);
  },
);

test.each(facts.moments)(
  'a mail is made when the batch is %s, with the errors file only where there are errors',
  (moment) => {
    const mail = mailAt(moment);
    expect(mail.subject).toContain(`"${batchView().name}"`);
    expect(mail.attachments.map(({ fileName }) => fileName)).toEqual([
      'MigrationStatistics.csv',
      'MigrationErrors.csv',
    ]);
  },
);

test.each(Object.keys(serviceRules) as ServiceVersion[])(
  'the service of %s mails as often and to whom it says',
  (version) => {
    expect(serviceRules[version].reportEvery).toBe(facts.intervalHours[version] * 3_600_000);
    expect(serviceRules[version].mailsStarter).toBe(facts.mailsStarter[version]);
  },
);

test('a line of a report prints its time, its server and its text', () => {
  const line = report.properties.Entries.element!.object!.text!;
  expect(line.replace(/\[\w+\]/, '[SERVER]')).toBe(facts.reportLine);
});

test.each(Object.entries(facts.exportSets))('Export-MigrationReport takes %s', (set, documented) => {
  const { definition } = exportMigrationReport;
  const parameters: CmdletDefinition['parameters'] = definition.parameters;
  expect(definition.sets).toContain(set);
  const own = Object.keys(parameters).filter((name) => parameters[name]!.sets?.includes(set) ?? true);
  expect(own).toEqual(expect.arrayContaining(documented));
});

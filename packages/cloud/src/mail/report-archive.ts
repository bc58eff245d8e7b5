import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Clock } from '@cutover/base';
import type { MigrationReportLink } from '@cutover/core';
import { migrationErrorsCsv, migrationStatisticsCsv, type StatusReport } from '@cutover/migration';
import { makeFolder } from '../make-folder.ts';
import { writePrivateFile } from '../private-file.ts';
import { errorsFileName, reportsLast, statisticsFileName, type ReportFiles } from './mail-content.ts';

/** The report files that were made, by batch. */
export interface ReportArchive {
  /** Writes both files; undefined where nothing is kept on disk. */
  add(report: StatusReport): ReportFiles | undefined;
  /** Takes back what `add` wrote: its mail was not taken, and it will be made again. */
  remove(files: ReportFiles): void;
  /** Writes a file that proves a comparison, and gives its URL; undefined where nothing is kept on disk. */
  addEvidence(evidence: Evidence): string | undefined;
  /** The text of a file that `list` names; undefined for what is none of ours. */
  read(url: string): string | undefined;
  /** Oldest first. */
  list(batchGuid: string): MigrationReportLink[];
}

/** What a comparison found, to be handed over. */
export interface Evidence {
  readonly mailbox: string;
  /** ISO time. */
  readonly comparedAt: string;
  /** Who compared, what with what, and how. */
  readonly comparedBy: object;
  readonly source: object;
  readonly target: object;
  readonly hashes: string;
  readonly total: object;
  readonly folders: readonly object[];
}

/** For an organisation in memory: the files are attached to the mail and nowhere else. */
export const noReportArchive: ReportArchive = {
  add: () => undefined,
  remove: () => undefined,
  addEvidence: () => undefined,
  read: () => undefined,
  list: () => [],
};

/**
 * Keeps the files as `<folder>/<batch>/<time>-<moment>/…csv`; the folders are the only record of them. Those that are too old are removed
 * when the archive is opened and whenever a report is made; nothing shows them any more before.
 */
export function reportArchive(folder: string, { clock }: { clock: Pick<Clock, 'now'> }): ReportArchive {
  const isOver = (report: string): boolean => (timeOf(report)?.getTime() ?? Infinity) + reportsLast <= clock.now();
  removeReports(folder, isOver);
  return {
    add: (report) => {
      removeReports(folder, isOver);
      const time = new Date(report.madeAt).toISOString().replace(/[:.]/g, '-');
      const place = join(folder, report.batch.guid, `${time}-${report.moment}`);
      const wereThere = existsSync(join(place, statisticsFileName));
      makeFolder(place);
      const hasErrors = report.errors.length > 0;
      if (hasErrors) writePrivateFile(join(place, errorsFileName), migrationErrorsCsv(report.errors));
      // Written last: `list` takes a folder for finished once this file is there.
      writePrivateFile(join(place, statisticsFileName), migrationStatisticsCsv(report.migrated));
      return {
        statistics: urlOf(place, statisticsFileName),
        errors: hasErrors ? urlOf(place, errorsFileName) : undefined,
        wereThere,
      };
    },
    remove: ({ statistics }) => rmSync(fileURLToPath(new URL('.', statistics)), { recursive: true }),
    addEvidence: (evidence) => {
      const place = makeFolder(join(folder, 'evidence'));
      const time = evidence.comparedAt.replace(/[:.]/g, '-');
      const name = `${evidence.mailbox.replace(/[^\w.@-]+/g, '_')} ${time}.json`;
      writePrivateFile(join(place, name), `${JSON.stringify(evidence, undefined, 2)}\n`);
      return urlOf(place, name);
    },
    read: (url) => readReport(folder, url, isOver),
    list: (batchGuid) => listOf(join(folder, batchGuid), isOver),
  };
}

type IsOver = (reportFolder: string) => boolean;

function removeReports(folder: string, isOver: IsOver): void {
  for (const batch of entriesOf(folder)) {
    for (const report of entriesOf(join(folder, batch)).filter(isOver)) {
      rmSync(join(folder, batch, report), { recursive: true });
      if (entriesOf(join(folder, batch)).length === 0) rmdirSync(join(folder, batch));
    }
  }
}

/** Reads nothing but what lies where reports are written. */
function readReport(folder: string, url: string, isOver: IsOver): string | undefined {
  if (!URL.canParse(url) || !url.startsWith('file:')) return undefined;
  const [batch = '', report = '', file = '', ...more] = relative(folder, fileURLToPath(url)).split(sep);
  const isReport = more.length === 0 && batch !== '..' && folderName.test(report) && !isOver(report);
  if (!isReport || (file !== statisticsFileName && file !== errorsFileName)) return undefined;
  const path = join(folder, batch, report, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

const urlOf = (...path: string[]): string => pathToFileURL(join(...path)).href;

const folderName = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)-/;

/** When the report of a folder was made; undefined for what is none. */
function timeOf(report: string): Date | undefined {
  const time = folderName.exec(report);
  return time ? new Date(`${time[1]}:${time[2]}:${time[3]}.${time[4]}`) : undefined;
}

function listOf(batchFolder: string, isOver: IsOver): MigrationReportLink[] {
  return entriesOf(batchFolder)
    .toSorted()
    .flatMap((name) => {
      const CreationTimeUTC = timeOf(name);
      const files = entriesOf(join(batchFolder, name));
      if (!CreationTimeUTC || isOver(name) || !files.includes(statisticsFileName)) return [];
      const ErrorUrl = files.includes(errorsFileName) ? urlOf(batchFolder, name, errorsFileName) : null;
      return [{ CreationTimeUTC, SuccessUrl: urlOf(batchFolder, name, statisticsFileName), ErrorUrl }];
    });
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

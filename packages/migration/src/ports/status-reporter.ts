import type { ReportMoment } from '../records/batch.ts';
import type { Waiting } from './source.ts';

/** Which report it is: the same one has the same moment and time, however often it is tried to send it. */
export interface DueReport {
  readonly batchGuid: string;
  readonly moment: ReportMoment;
  readonly madeAt: number;
}

/**
 * Writes a batch's report and mails it; the engine calls it again until it has returned once. What it resolves with is run in the
 * transaction in which the engine writes down that the report has gone out.
 */
export interface StatusReporter {
  report(report: DueReport, options: Waiting): Promise<() => void>;
}

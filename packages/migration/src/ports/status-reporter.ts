import type { ReportMoment } from '../records/batch.ts';
import type { Waiting } from './source.ts';

/** Writes a batch's report and mails it; the engine calls it again until it returns once. */
export interface StatusReporter {
  report(batch: { batchGuid: string; moment: ReportMoment }, options: Waiting): Promise<void>;
}

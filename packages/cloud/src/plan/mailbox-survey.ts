import type { MailboxMeasure, SurveyedMailbox } from '@cutover/migration';
import type { OrganisationValues } from '../store/organisation-values.ts';

/** What is kept of a survey of the source. Times are milliseconds since 1970. */
export interface MailboxSurvey {
  readonly at: number;
  readonly mailboxes: number;
  /** Of all mailboxes; an older survey did not tell, nor did one of a source that does not. */
  readonly bytes?: number;
  readonly largest: readonly MeasuredMailbox[];
  readonly problems: readonly { readonly emailAddress: string; readonly code: string; readonly summary: string }[];
}

export interface MeasuredMailbox {
  readonly emailAddress: string;
  readonly items: number;
  readonly bytes?: number;
}

const valueName = 'mailboxSurvey';
/** How many of the largest mailboxes are named. */
const named = 5;

export function keptSurvey(values: OrganisationValues): MailboxSurvey | undefined {
  const kept = values.all()[valueName];
  return kept === undefined ? undefined : (JSON.parse(kept) as MailboxSurvey);
}

export function keepSurvey(values: OrganisationValues, surveyed: readonly SurveyedMailbox[], at: number): void {
  const measured = surveyed.flatMap(({ emailAddress, measure }) =>
    measure && measure.items > 0 ? [{ emailAddress, ...measure }] : [],
  );
  const survey: MailboxSurvey = {
    at,
    mailboxes: surveyed.length,
    bytes: measured.reduce((sum, { bytes }) => sum + bytes, 0),
    largest: measured.toSorted(largestFirst).slice(0, named),
    problems: surveyed
      .flatMap(({ emailAddress, problem }) =>
        problem ? [{ emailAddress, code: problem.code, summary: problem.summary }] : [],
      )
      .toSorted((one, other) => (one.emailAddress < other.emailAddress ? -1 : 1)),
  };
  values.set(valueName, JSON.stringify(survey));
}

const largestFirst = (one: MailboxMeasure, other: MailboxMeasure): number =>
  other.bytes - one.bytes || other.items - one.items;

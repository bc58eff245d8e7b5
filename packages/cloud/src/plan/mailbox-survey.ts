import type { SurveyedMailbox } from '@cutover/migration';
import type { OrganisationValues } from '../store/organisation-values.ts';

/** What is kept of a survey of the source. Times are milliseconds since 1970. */
export interface MailboxSurvey {
  readonly at: number;
  readonly mailboxes: number;
  readonly largest: readonly { readonly emailAddress: string; readonly items: number }[];
  readonly problems: readonly { readonly emailAddress: string; readonly code: string; readonly summary: string }[];
}

const valueName = 'mailboxSurvey';
/** How many of the largest mailboxes are named. */
const named = 5;

export function keptSurvey(values: OrganisationValues): MailboxSurvey | undefined {
  const kept = values.all()[valueName];
  return kept === undefined ? undefined : (JSON.parse(kept) as MailboxSurvey);
}

export function keepSurvey(values: OrganisationValues, surveyed: readonly SurveyedMailbox[], at: number): void {
  const counted = surveyed.flatMap(({ emailAddress, items = 0 }) => (items > 0 ? [{ emailAddress, items }] : []));
  const survey: MailboxSurvey = {
    at,
    mailboxes: surveyed.length,
    largest: counted.toSorted((one, other) => other.items - one.items).slice(0, named),
    problems: surveyed
      .flatMap(({ emailAddress, problem }) =>
        problem ? [{ emailAddress, code: problem.code, summary: problem.summary }] : [],
      )
      .toSorted((one, other) => (one.emailAddress < other.emailAddress ? -1 : 1)),
  };
  values.set(valueName, JSON.stringify(survey));
}

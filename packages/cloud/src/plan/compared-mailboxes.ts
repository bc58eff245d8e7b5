import type { OrganisationValues } from '../store/organisation-values.ts';

const prefix = 'compared ';

/** Remembers how the comparison of a mailbox with its source came out. */
export const noteComparison = (values: OrganisationValues, mailbox: string, isEqual: boolean): void =>
  values.set(`${prefix}${mailbox.toLowerCase()}`, String(isEqual));

/** Every mailbox that was compared, and whether it held the same. */
export const comparedMailboxes = (values: OrganisationValues): ReadonlyMap<string, boolean> =>
  new Map(
    Object.entries(values.all())
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value === 'true']),
  );

import type { Organisation } from './organisation.ts';

/** The organisation as it is now: whoever administers it changes it, and every service sees that at its next question. */
export interface LiveOrganisation {
  readonly current: Organisation;
  /** Puts other parts in the place of those that are there. */
  change(parts: Partial<Organisation>): void;
  /** Back to what it began with. */
  reset(): void;
  /** Begins with another one. */
  begin(organisation: Organisation): void;
}

/** Begins with an organisation, which itself is never changed. */
export function liveOrganisation(first: Organisation): LiveOrganisation {
  let beginning = first;
  let current = first;
  return {
    get current() {
      return current;
    },
    change: (parts) => void (current = { ...current, ...parts }),
    reset: () => void (current = beginning),
    begin: (organisation) => void (current = beginning = organisation),
  };
}

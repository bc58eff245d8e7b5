import type { Organisation } from './organisation.ts';

/** The organisation as it is now: whoever administers it changes it, and every service sees that at its next question. */
export interface LiveOrganisation {
  readonly current: Organisation;
  /** Puts other parts in the place of those that are there. */
  change(parts: Partial<Organisation>): void;
  /** Back to what it began with. */
  reset(): void;
}

/** Begins with an organisation, which itself is never changed. */
export function liveOrganisation(beginning: Organisation): LiveOrganisation {
  let current = beginning;
  return {
    get current() {
      return current;
    },
    change: (parts) => void (current = { ...current, ...parts }),
    reset: () => void (current = beginning),
  };
}

/** A stored time as a Date, what is not set as $null. */
export const dateOf = (milliseconds: number | undefined): Date | null =>
  milliseconds === undefined ? null : new Date(milliseconds);

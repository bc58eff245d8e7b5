/** `2026-03-02 08:00:00 UTC`: a time as people read it. */
export const utcText = (time: number | Date): string =>
  `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

import type { Fault, FaultEffect } from './fault.ts';

/** A fault as it is written in a test: `on({"http":"GET"}).delay(5)`. */
export const printFault = ({ target, effect }: Fault): string => `on(${JSON.stringify(target)}).${printEffect(effect)}`;

function printEffect({ kind, ...values }: FaultEffect): string {
  const { code, text, ...single } = values as Record<string, unknown>;
  // The one effect that takes two things takes the second by its name.
  const given = text === undefined ? [...Object.values(single), code] : [text, code === undefined ? code : { code }];
  return `${kind}(${given
    .filter((value) => value !== undefined)
    .map((value) => JSON.stringify(value))
    .join(', ')})`;
}

import { dateTime, defineObject, enumeration, number, optional, type RecordOf } from '../define-object.ts';

/** How an emulated organisation's time passes. */
export const clockModes = ['Real', 'Scaled', 'Stepped'] as const;

/** The clock of an emulated organisation; ours, the product has no such thing. */
export const emulatorClock = defineObject({
  name: 'EmulatorClock',
  typeName: 'Cutover.EmulatorClock',
  properties: {
    Mode: enumeration('ClockMode', clockModes),
    Factor: number(),
    UtcNow: dateTime(),
    NextEvent: optional(dateTime()),
  },
});
/** The clock of an emulated organisation as Get- and Set-EmulatorClock answer it. */
export type EmulatorClock = RecordOf<typeof emulatorClock>;

export { defineErrors, isSdkError, SdkError, type ErrorCategory, type ErrorDefinition } from './errors.ts';
export { defineEvent, redact, type EventTopic } from './events.ts';
export type { Clock, Ids, Random } from './ports.ts';
export { similarNames } from './similar-names.ts';
export { seededRandom, type SeededRandom } from './seeded-random.ts';
export { millisecondsIn } from './milliseconds-in.ts';
export { type Duration, steppedClock, type SteppedClock } from './stepped-clock.ts';
export { systemClock } from './system/clock.ts';
export { systemIds, systemRandom } from './system/random.ts';

import { checkFields, type FieldCheck, list, numberWithin, requireFields, text, wholeNumber } from '../check-fields.ts';
import { faultErrors } from '../errors.ts';
import {
  conditionsAt,
  effectsAt,
  type FaultEffect,
  type FaultPlace,
  faultPlaces,
  type FaultPlanData,
  type FaultTarget,
} from './fault.ts';
import { faultNames, isNamedPlace, isSameName, type NamedPlace, namesLike } from './fault-names.ts';

const targetFields = {
  ...Object.fromEntries(faultPlaces.map((place) => [place, text])),
  mailbox: text,
  account: text,
  nth: wholeNumber(1),
  from: wholeNumber(1),
  times: wholeNumber(1),
  probability: numberWithin(0, 1),
};

const object: FieldCheck = { takes: 'an object', holds: (value) => typeof value === 'object' && value !== null };

/** Throws for what is no plan; each of its faults is looked at when it is added. */
export function assertPlan(plan: Partial<FaultPlanData>): void {
  checkFields(plan, 'a plan of faults', { seed: wholeNumber(Number.MIN_SAFE_INTEGER), faults: list });
  for (const fault of plan.faults ?? [])
    requireFields(fault, 'a fault of the plan', { target: object, effect: object });
}

const status = wholeNumber(100, 599);
const code = wholeNumber(0, 0xffff_ffff);
const milliseconds = numberWithin(0);

/** What the effects that take something take. */
const effectFields: Partial<Record<FaultEffect['kind'], Parameters<typeof requireFields>[2]>> = {
  delay: { milliseconds },
  backOff: { milliseconds },
  throttle: { bytesPerSecond: wholeNumber(1) },
  cutAfter: { bytes: wholeNumber(0) },
  httpStatus: { status },
  rpcFault: { status: code },
  returnValue: { code },
  refuse: { text },
};

/** What they may take besides, by the place. */
const optionalFields: Partial<Record<FaultPlace, Record<string, FieldCheck>>> = {
  smtp: { code: wholeNumber(400, 599) },
};

/** The one place that a target names, under a name that exists there; throws for a target that nothing could ever meet. */
export function placeOf(target: FaultTarget): FaultPlace {
  checkFields(target, 'a fault', targetFields);
  const places = faultPlaces.filter((place) => target[place] !== undefined);
  const [place] = places;
  if (place === undefined || places.length > 1) throw faultErrors.targetUnclear({ named: places });
  if (isNamedPlace(place)) assertName(place, target[place]!);
  if (target.nth !== undefined && (target.from ?? target.times) !== undefined) throw faultErrors.nthAlone({});
  for (const condition of ['mailbox', 'account'] as const) {
    if (target[condition] === undefined || conditionsAt[place].includes(condition)) continue;
    throw faultErrors.conditionElsewhere({ condition, place, possible: conditionsAt[place] });
  }
  return place;
}

function assertName(place: NamedPlace, name: string): void {
  if (name === '*' || faultNames[place].some((known) => isSameName(known, name))) return;
  const similar = namesLike(place, name);
  // Clients may send methods of their own; only what looks like a known one is a slip of the pen.
  if (place === 'http' && similar.length === 0) return;
  throw faultErrors.unknownName({ place, name, similar, known: faultNames[place] });
}

/** Requests that are never answered as a whole. */
const isChannel = /^rpc_(in|out)_data$/i;

/** Throws for an effect that cannot be done there, or not so. */
export function assertEffect(effect: FaultEffect, { place, name }: { place: FaultPlace; name: string }): void {
  const { kind, ...values } = effect;
  if (!effectsAt[place].includes(kind)) {
    throw faultErrors.effectElsewhere({ effect: kind, place, possible: effectsAt[place] });
  }
  if (place === 'http' && isChannel.test(name) && (kind === 'throttle' || kind === 'cutAfter')) {
    throw faultErrors.onChannel({ effect: kind, name });
  }
  if (kind === 'backOff' && name !== '*' && !isSameName(name, 'FastTransferSourceGetBuffer')) {
    throw faultErrors.noBackOff({ name });
  }
  const needed = effectFields[kind] ?? {};
  requireFields(effect, kind, needed);
  checkFields(values, kind, { ...needed, ...(kind === 'refuse' && optionalFields[place]) });
}

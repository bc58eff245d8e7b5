import { checkFields, numberWithin, requireFields, text, wholeNumber } from '../check-fields.ts';
import { faultErrors } from '../errors.ts';
import { conditionsAt, effectsAt, type FaultEffect, type FaultPlace, faultPlaces, type FaultTarget } from './fault.ts';
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

/** The one place that a target names, under a name that exists there; throws for a target that nothing could ever meet. */
export function placeOf(target: FaultTarget): FaultPlace {
  checkFields(target, 'a fault', targetFields);
  const places = faultPlaces.filter((place) => target[place] !== undefined);
  const [place] = places;
  if (place === undefined || places.length > 1) throw faultErrors.targetUnclear({ named: places });
  if (isNamedPlace(place)) assertName(place, target[place]!);
  for (const condition of ['mailbox', 'account'] as const) {
    if (target[condition] === undefined || conditionsAt[place].includes(condition)) continue;
    throw faultErrors.conditionElsewhere({ condition, place, possible: conditionsAt[place] });
  }
  return place;
}

function assertName(place: NamedPlace, name: string): void {
  if (name === '*' || faultNames[place].some((known) => isSameName(known, name))) return;
  throw faultErrors.unknownName({ place, name, similar: namesLike(place, name) });
}

/** Requests that are never answered as a whole. */
const isChannel = /^rpc_(in|out)_data$/i;

/** Throws for an effect that cannot be done there, or not so. */
export function assertEffect(effect: FaultEffect, { place, name }: { place: FaultPlace; name: string }): void {
  const { kind } = effect;
  if (!effectsAt[place].includes(kind)) {
    throw faultErrors.effectElsewhere({ effect: kind, place, possible: effectsAt[place] });
  }
  if (place === 'http' && isChannel.test(name) && (kind === 'throttle' || kind === 'cutAfter')) {
    throw faultErrors.onChannel({ effect: kind, name });
  }
  if (kind === 'backOff' && name !== '*' && !isSameName(name, 'FastTransferSourceGetBuffer')) {
    throw faultErrors.noBackOff({ name });
  }
  requireFields(effect, kind, effectFields[kind] ?? {});
}

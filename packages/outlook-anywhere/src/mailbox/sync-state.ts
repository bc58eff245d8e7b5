import { le } from '@cutover/wire';
import { type IdSets, idSetsByGuid, stateTag } from '@cutover/wire/ics';
import { errors } from '../errors.ts';

/**
 * What the client knows of a folder, or of the folder tree, after a sync: opaque, stored as it is, given back at the next sync.
 * It belongs to one folder of one mailbox.
 */
export type SyncState = Uint8Array;

/** The parts of a state as the server wrote them, by their tags. */
export type StateParts = ReadonlyMap<number, Uint8Array>;

/*
 * | 01 | { tag u32, length u32, bytes }* |
 */
const form = 1;
const part = le.struct('StatePart', { tag: le.u32, bytes: le.prefixed(le.u32) });
const partList = le.rest(part);
const known = new Set<number>(Object.values(stateTag));

/** Puts the parts of a state into one opaque value. */
export function encodeSyncState(parts: StateParts): SyncState {
  const list = [...parts].map(([tag, bytes]) => ({ tag, bytes }));
  return Buffer.concat([Uint8Array.of(form), partList.encode(list)]);
}

/** Takes a state apart again; no state is an empty one. */
export function decodeSyncState(state: SyncState | undefined): StateParts {
  if (state === undefined || state.length === 0) return new Map();
  if (state[0] !== form) throw errors.stateInvalid({ reason: `its form is ${state[0]}` });
  try {
    const list = partList.decode(state.subarray(1));
    if (list.some(({ tag }) => !known.has(tag))) throw errors.stateInvalid({ reason: 'it holds an unknown part' });
    return new Map(list.map(({ tag, bytes }) => [tag, bytes]));
  } catch (cause) {
    throw errors.stateInvalid({ reason: (cause as Error).message }, { cause });
  }
}

/** The sets in one part of a state. */
export function setsIn(parts: StateParts, tag: number): IdSets<string> {
  const bytes = parts.get(tag);
  try {
    return bytes === undefined ? new Map() : idSetsByGuid.decode(bytes);
  } catch (cause) {
    throw errors.stateInvalid({ reason: (cause as Error).message }, { cause });
  }
}

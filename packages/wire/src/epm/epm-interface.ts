import { interfaceId } from '../mgmt/mgmt-interface.ts';
import { type Infer, ndr } from '../ndr.ts';
import { defineInterface, defineOperation } from '../operation.ts';

/** A tower as octets; `tower` of this package reads what is in them. */
const towerOctets = ndr.transform(
  ndr.struct('TWR_T', { length: ndr.u32, octets: ndr.conformantBytes }),
  ({ octets }): Uint8Array => octets,
  (octets) => ({ length: octets.length, octets }),
);

const entry = ndr.struct('EPT_ENTRY', {
  object: ndr.guid,
  tower: ndr.unique(towerOctets),
  annotation: ndr.varyingString8,
});
/** What the endpoint mapper knows of one interface. C706 appendix O, ept_entry_t */
export type EndpointEntry = Infer<typeof entry>;

/** How a look-up is narrowed. C706 appendix O, ept_lookup */
export const inquiryType = { all: 0, byInterface: 1, byObject: 2, byBoth: 3 } as const;

/** What the endpoint mapper answers. C706 appendix E */
export const epmStatus = { ok: 0, notRegistered: 0x16c9a0d6, cannotPerform: 0x16c9a0cd } as const;

/** Lists the endpoints, page by page: the handle comes back until it is zero. */
const lookup = defineOperation({
  name: 'ept_lookup',
  opnum: 2,
  request: {
    inquiryType: ndr.u32,
    object: ndr.unique(ndr.guid),
    interfaceId: ndr.unique(interfaceId),
    versionOption: ndr.u32,
    handle: ndr.contextHandle,
    maxEntries: ndr.u32,
  },
  response: { handle: ndr.contextHandle, count: ndr.u32, entries: ndr.roomedArray(entry), status: ndr.u32 },
});

/** Finds the endpoints of the interface and transport that a tower with blanks names. */
const map = defineOperation({
  name: 'ept_map',
  opnum: 3,
  request: {
    object: ndr.unique(ndr.guid),
    tower: ndr.unique(towerOctets),
    handle: ndr.contextHandle,
    maxTowers: ndr.u32,
  },
  response: {
    handle: ndr.contextHandle,
    count: ndr.u32,
    towers: ndr.roomedArray(ndr.unique(towerOctets)),
    status: ndr.u32,
  },
});

const freeLookupHandle = defineOperation({
  name: 'ept_lookup_handle_free',
  opnum: 4,
  request: { handle: ndr.contextHandle },
  response: { handle: ndr.contextHandle, status: ndr.u32 },
});

/** The endpoint mapper. C706 appendix O */
export const epmInterface = defineInterface({
  name: 'EPM',
  uuid: 'e1af8308-5d1f-11c9-91a4-08002b14a0fa',
  majorVersion: 3,
  minorVersion: 0,
  operations: { lookup, map, freeLookupHandle },
});

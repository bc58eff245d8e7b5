import { emptyGuid, isWireError, type Operation, type RequestOf } from '@cutover/wire';
import { initialStat, nspiInterface, nspiResult, type Stat } from '@cutover/wire/nspi';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RpcFault } from '../../rpc-server/rpc-fault.ts';
import { openSession } from './testing/open-session.ts';

const { operations } = nspiInterface;
const session = await openSession();
const annb = session.idOf('annb');
const name = 0x3001001f;
const delegates = 0x8015000d;
const members = 0x8009000d;
const stat = (changes: Partial<Stat> = {}): Stat => ({ ...initialStat, ...changes });
const noContainer = stat({ containerId: 1 });
const unicode = stat({ codePage: 1200 });

const inOrder: [operation: Operation, request: unknown][] = [];

/** A call of which everything is in order but what is given. */
function call<O extends Operation>(operation: O, base: RequestOf<O>) {
  inOrder.push([operation, base]);
  return (changes: Partial<RequestOf<O>>) => async (): Promise<unknown> =>
    session.call(operation, { ...(base as object), ...changes } as RequestOf<O>);
}

const common = { handle: session.handle, reserved: 0, stat: stat() };
const target = { tag: name, value: 'A' };
const updateStat = call(operations.updateStat, { ...common, delta: null });
const queryRows = call(operations.queryRows, {
  ...common,
  flags: 0,
  explicitCount: 0,
  explicitIds: null,
  count: 1,
  tags: [name],
});
const seekEntries = call(operations.seekEntries, { ...common, target, explicitIds: null, tags: null });
const getMatches = call(operations.getMatches, {
  ...common,
  reserved1: 0,
  reserved: null,
  reserved2: 0,
  filter: { tag: 8, value: { reserved1: 0, tag: name, reserved2: 0 } },
  propertyName: null,
  requested: 100,
  tags: [name],
});
const getProps = call(operations.getProps, { ...common, flags: 0, tags: [name] });
const resort = call(operations.resortRestriction, { ...common, ids: [annb], sortedIds: null });
const compare = call(operations.compareMinimalIds, { ...common, id1: annb, id2: annb });
const resolve = call(operations.resolveNamesW, { ...common, tags: null, names: ['ann'] });
const modProps = call(operations.modProps, {
  ...common,
  stat: stat({ currentRec: annb }),
  tags: [name],
  row: { reserved: 0, values: [] },
});
const modLinkAtt = call(operations.modLinkAtt, { ...common, flags: 0, tag: members, id: annb, entryIds: [] });
const specialTable = call(operations.getSpecialTable, { ...common, flags: 0, version: 0 });
const templateInfo = call(operations.getTemplateInfo, {
  ...common,
  flags: 1,
  type: 0,
  dn: null,
  codePage: 1252,
  locale: 0x409,
});
const bind = call(operations.bind, { flags: 0, stat: stat(), serverGuid: emptyGuid });

const { invalidBookmark, invalidCodePage, invalidParameter, notFound, generalFailure, accessDenied } = nspiResult;
const { tooComplex, tableTooBig, errorsReturned, invalidLocale } = nspiResult;

// Numbers of the requirements in Microsoft's test suite for [MS-OXNSPI], where it asks for one certain code.
const refusals: [requirement: string, ask: () => Promise<unknown>, code: number][] = [
  ['R696: bind with Unicode', bind({ stat: unicode }), invalidCodePage],
  ['R732: hierarchy as 8-bit text in Unicode', specialTable({ stat: unicode }), invalidCodePage],
  ['R789: UpdateStat without its container', updateStat({ stat: noContainer }), invalidBookmark],
  ['R792: UpdateStat without its row', updateStat({ stat: stat({ currentRec: 0x999 }) }), notFound],
  ['R780: UpdateStat in Unicode', updateStat({ stat: unicode }), invalidCodePage],
  ['UpdateStat with a reserved value', updateStat({ reserved: 1 }), invalidParameter],
  ['R909: GetProps of nothing', getProps({ stat: stat({ currentRec: 1 }) }), errorsReturned],
  ['R873: GetProps of 8-bit text in Unicode', getProps({ stat: unicode, tags: [0x3001001e] }), invalidCodePage],
  ['R935: QueryRows in Unicode', queryRows({ stat: unicode }), invalidCodePage],
  ['R939: QueryRows of no rows', queryRows({ count: 0 }), invalidParameter],
  ['R948: QueryRows without its container', queryRows({ stat: noContainer }), invalidBookmark],
  ['R1033: SeekEntries without its container', seekEntries({ stat: noContainer }), invalidBookmark],
  ['R1039: SeekEntries in another order', seekEntries({ stat: stat({ sortType: 0x3e8 }) }), generalFailure],
  ['R1041: SeekEntries by another property', seekEntries({ target: { tag: 0x3a00001f, value: 'a' } }), generalFailure],
  ['R1048: SeekEntries behind the last name', seekEntries({ target: { tag: name, value: 'Zzz' } }), notFound],
  ['SeekEntries in an explicit table with a hole', seekEntries({ explicitIds: [annb, 1] }), invalidParameter],
  ['GetMatches with a reserved table', getMatches({ reserved: [annb] }), tooComplex],
  ['R1122: GetMatches without its container', getMatches({ stat: noContainer }), invalidBookmark],
  ['R1149: GetMatches of more than asked for', getMatches({ requested: 1 }), tableTooBig],
  ['R1109: GetMatches with a reserved value', getMatches({ reserved1: 1 }), invalidParameter],
  ['R1105: GetMatches of links with a filter', getMatches({ stat: stat({ sortType: 0x3e8 }) }), generalFailure],
  ['R1101: GetMatches in Unicode', getMatches({ stat: unicode }), invalidCodePage],
  ['R1185: sorting in another order', resort({ stat: stat({ sortType: 0x3e8 }) }), generalFailure],
  ['R1181: sorting in Unicode', resort({ stat: unicode }), invalidCodePage],
  ['R1230: CompareMIds without its container', compare({ stat: noContainer }), invalidBookmark],
  ['R1234: CompareMIds of nothing', compare({ id2: 0x999 }), generalFailure],
  ['R1223: CompareMIds in Unicode', compare({ stat: unicode }), invalidCodePage],
  ['R1291: ModProps of nothing', modProps({ tags: null }), invalidParameter],
  ['R1293: ModProps without its object', modProps({ stat: stat({ currentRec: 1 }) }), invalidParameter],
  ['ModProps', modProps({}), accessDenied],
  ['R1326: ModLinkAtt of what is no link', modLinkAtt({ tag: name }), notFound],
  ['R1328: ModLinkAtt without its object', modLinkAtt({ id: 1 }), invalidParameter],
  ['R1338: ModLinkAtt', modLinkAtt({}), accessDenied],
  ['ModLinkAtt of a link that the directory does not keep', modLinkAtt({ tag: delegates }), notFound],
  ['R1410: ResolveNamesW in Unicode', resolve({ stat: unicode }), invalidCodePage],
  ['ResolveNamesW without its container', resolve({ stat: noContainer }), invalidBookmark],
  ['a template in another language', templateInfo({ locale: 0x407 }), invalidLocale],
  ['a template of what has none', templateInfo({ type: 0x77 }), invalidLocale],
  ['a template by its DN', templateInfo({ dn: '/cn=SMTP' }), invalidLocale],
  ['a template in Unicode', templateInfo({ codePage: 1200 }), invalidCodePage],
];

test.each(refusals)('%s', async (_requirement, ask, code) => {
  expect(await ask()).toMatchObject({ result: code });
});

function isReadable(operation: Operation, stub: Uint8Array): boolean {
  try {
    operation.request.decode(stub, { trailing: 'ignore' });
    return true;
  } catch (error) {
    if (isWireError(error)) return false;
    throw error;
  }
}

test.each(inOrder.map(([operation, request]) => [operation.name, operation, request] as const))(
  'damaged stubs of %s are answered, or refused as a fault',
  async (_name, operation, request) => {
    const stub = operation.request.encode(request);
    const call = async (bytes: Uint8Array) => session.service.call(session.connection, operation.opnum, bytes);
    // The handle stays, as a wrong one ends every call at once.
    const damage = fc.array(fc.tuple(fc.integer({ min: 20, max: stub.length }), fc.nat(255)), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(stub.length), async (changes, cut) => {
        const damaged = Uint8Array.from(changes.length === 4 ? stub.subarray(0, cut) : stub);
        for (const [offset, byte] of changes) if (offset < damaged.length) damaged[offset] = byte;
        if (!isReadable(operation, damaged)) return;
        const answering = async () => operation.response.decode(await call(damaged));
        await answering().catch((error: unknown) => expect(error).toBeInstanceOf(RpcFault));
      }),
    );
  },
);

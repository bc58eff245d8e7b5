import type { HttpResponse } from '../../http/response.ts';
import { davFailure } from '../dav-failure.ts';
import { type DavRequest, multistatus, requireResource } from '../dav-request.ts';
import type { DavValue } from '../dav-value.ts';
import { comparable, compareValues, matchesCondition } from '../matches-condition.ts';
import type { DavName } from '../names.ts';
import { allProperties, readProperty } from '../properties.ts';
import { findChild, readBody } from '../read-body.ts';
import type { DavContext } from '../dav-context.ts';
import type { DavResource } from '../dav-resource.ts';
import { below, pathOf } from '../resource.ts';
import { type DavQuery, parseSql } from '../sql.ts';
import type { DavResponse } from '../write-multistatus.ts';

/** Rows that a query finds, in the order that it asks for. [MS-WDVSE] 3.2 */
export async function search(request: DavRequest): Promise<HttpResponse> {
  const sql = findChild(readBody(request.body), 'sql')?.textContent;
  if (sql === undefined || sql === null) throw davFailure(400);
  const query = parseSql(sql);
  const { context } = request;
  const path = query.scope === undefined ? request.path : pathOf(context, query.scope);
  const rows = await findRows(query, requireResource({ context, path }), context);
  const range = rangeOf(request, rows.length);
  const wanted = range === undefined ? rows : rows.slice(range.first, range.last + 1);
  const told = range && { rows: `${range.first}-${range.first + wanted.length - 1}`, total: rows.length };
  return multistatus(await Promise.all(wanted.map((row) => describe(row, query, context))), told);
}

async function findRows(query: DavQuery, scope: DavResource, context: DavContext): Promise<DavResource[]> {
  const found: DavResource[] = [];
  for (const resource of below(context, scope, { deep: query.isDeep })) {
    const read = (name: DavName) => readProperty(resource, name, context);
    if (query.where === undefined || (await matchesCondition(query.where, read))) found.push(resource);
  }
  return sorted(found, query.order, context);
}

async function sorted(rows: DavResource[], order: DavQuery['order'], context: DavContext): Promise<DavResource[]> {
  const keyed = await Promise.all(
    rows.map(async (row) => ({
      row,
      keys: await Promise.all(order.map(({ name }) => readProperty(row, name, context))),
    })),
  );
  const compare = (left: readonly (DavValue | undefined)[], right: readonly (DavValue | undefined)[]): number => {
    for (const [index, { descending }] of order.entries()) {
      const difference = compareValues(keyOf(left[index]), keyOf(right[index]));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  };
  return keyed.toSorted((left, right) => compare(left.keys, right.keys)).map(({ row }) => row);
}

const keyOf = (value: DavValue | undefined): number | string => (value === undefined ? '' : comparable(value));

async function describe(resource: DavResource, query: DavQuery, context: DavContext): Promise<DavResponse> {
  const columns = query.columns.length > 0 ? query.columns : allProperties.map((name) => ({ name, alias: undefined }));
  const properties: (readonly [DavName, DavValue | undefined])[] = [];
  for (const { name, alias } of columns) {
    const value = await readProperty(resource, name, context);
    if (value === undefined && query.columns.length === 0) continue;
    properties.push([alias === undefined ? name : { namespace: '', name: alias }, value]);
  }
  return { href: resource.href, properties };
}

/** `rows=0-49`: the rows that are wanted; a range that cannot be read is none. [MS-WDVSE] 2.2.1.1 */
function rangeOf({ head }: DavRequest, total: number): { first: number; last: number } | undefined {
  const found = /^rows\s*=\s*(\d+)-(\d*)$/i.exec(head.headers.get('range') ?? '');
  if (found === null) return undefined;
  const first = Number(found[1]);
  if (first >= total) throw davFailure(416);
  return { first, last: found[2] === '' ? total - 1 : Math.min(Number(found[2]), total - 1) };
}

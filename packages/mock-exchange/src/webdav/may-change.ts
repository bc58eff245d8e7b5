import type { HttpExchange } from '../http/http-connection.ts';
import type { RequestHead } from '../http/request-head.ts';
import { isAdministrator } from '../organisation/organisation.ts';
import type { World } from '../world.ts';
import { isPublicPath } from './virtual-directories.ts';

const changing = new Set(['PUT', 'DELETE', 'MKCOL', 'MOVE', 'PROPPATCH', 'BPROPPATCH', 'BDELETE', 'BMOVE']);

/** Paths where a request changes something: its own, and the one that a copy or a move goes to. */
function changedBy({ method, path, headers }: RequestHead): readonly string[] {
  const destination = URL.parse(headers.get('destination') ?? '', 'http://server')?.pathname ?? '';
  return changing.has(method) ? [path, destination] : [destination];
}

/** Whether who asks may do it: public folders are changed by who administers the organisation alone. */
export const mayChange = ({ organisation }: World, { head, account }: HttpExchange): boolean =>
  !changedBy(head).some(isPublicPath) || isAdministrator(organisation, account);

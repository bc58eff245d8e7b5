import type { DavLock } from './locks.ts';
import { escapeXml } from './write-multistatus.ts';

/** Locks as LOCK and `lockdiscovery` tell them. RFC 2518 12.1 */
export const activeLocks = (locks: readonly DavLock[]): string => locks.map(activeLock).join('');

const activeLock = ({ scope, isDeep, owner, seconds, token }: DavLock): string =>
  `<a:activelock><a:locktype><a:write/></a:locktype><a:lockscope><a:${scope}/></a:lockscope>` +
  `<a:depth>${isDeep ? 'infinity' : '0'}</a:depth><a:owner>${escapeXml(owner)}</a:owner>` +
  `<a:timeout>Second-${seconds}</a:timeout><a:locktoken><a:href>${token}</a:href></a:locktoken></a:activelock>`;

const entry = (scope: string): string =>
  `<a:lockentry><a:locktype><a:write/></a:locktype><a:lockscope><a:${scope}/></a:lockscope></a:lockentry>`;

/** What kinds of locks there are. RFC 2518 13.11 */
export const supportedLocks = entry('shared') + entry('exclusive');

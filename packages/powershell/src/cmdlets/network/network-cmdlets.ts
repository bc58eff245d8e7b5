import type { Cmdlet } from '../../runtime/engine/command.ts';
import { resolveDnsName } from './resolve-dns-name.ts';
import { testConnection } from './test-connection.ts';
import { testNetConnection } from './test-net-connection.ts';

/** Cmdlets that look at the network itself. */
export const networkCmdlets: readonly Cmdlet[] = [resolveDnsName, testConnection, testNetConnection];

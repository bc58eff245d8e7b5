import type { Cmdlet } from '../../runtime/engine/command.ts';
import { convertFromSecureString } from './convert-from-secure-string.ts';
import { convertToSecureString } from './convert-to-secure-string.ts';
import { getExecutionPolicy, setExecutionPolicy } from './execution-policy.ts';
import { getCredential } from './get-credential.ts';
import { readHost } from './read-host.ts';

export const securityCmdlets: readonly Cmdlet[] = [
  convertFromSecureString,
  convertToSecureString,
  getCredential,
  getExecutionPolicy,
  readHost,
  setExecutionPolicy,
];

import type { DotNetType } from '../runtime/types/define-type.ts';
import { EnumValue } from '../runtime/values/enum-value.ts';

interface Enumeration {
  readonly type: DotNetType;
  readonly value: (name: string) => EnumValue;
}

function define(name: string, names: Readonly<Record<string, number>>, flags = {}): Enumeration {
  const type: DotNetType = { name, base: 'System.Enum', valueType: true, enumeration: names, ...flags };
  return { type, value: (each) => new EnumValue(type, names[each] ?? 0) };
}

/** The enumerations that commands and their parameters have. */
export const enumeration = {
  commandTypes: define(
    'System.Management.Automation.CommandTypes',
    {
      Alias: 1,
      Function: 2,
      Filter: 4,
      Cmdlet: 8,
      ExternalScript: 16,
      Application: 32,
      Script: 64,
      Configuration: 256,
      All: 383,
    },
    { flags: true },
  ),
  quoteKind: define('Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind', {
    Never: 0,
    Always: 1,
    AsNeeded: 2,
  }),
  jsonDateKind: define('Microsoft.PowerShell.Commands.JsonDateKind', {
    Default: 0,
    Local: 1,
    Utc: 2,
    Offset: 3,
    String: 4,
  }),
  jsonEscaping: define('Newtonsoft.Json.StringEscapeHandling', { Default: 0, EscapeNonAscii: 1, EscapeHtml: 2 }),
  processorArchitecture: define('System.Reflection.ProcessorArchitecture', {
    None: 0,
    MSIL: 1,
    X86: 2,
    IA64: 3,
    Amd64: 4,
    Arm: 5,
  }),
  displayHint: define('Microsoft.PowerShell.Commands.DisplayHintType', { Date: 0, Time: 1, DateTime: 2 }),
  executionPolicy: define('Microsoft.PowerShell.ExecutionPolicy', {
    Unrestricted: 0,
    RemoteSigned: 1,
    AllSigned: 2,
    Restricted: 3,
    Bypass: 4,
    Undefined: 5,
  }),
  executionPolicyScope: define('Microsoft.PowerShell.ExecutionPolicyScope', {
    Process: 0,
    CurrentUser: 1,
    LocalMachine: 2,
    UserPolicy: 3,
    MachinePolicy: 4,
  }),
  jobState: define('System.Management.Automation.JobState', {
    NotStarted: 0,
    Running: 1,
    Completed: 2,
    Failed: 3,
    Stopped: 4,
    Blocked: 5,
    Suspended: 6,
    Disconnected: 7,
    Suspending: 8,
    Stopping: 9,
    AtBreakpoint: 10,
  }),
  webMethod: define('Microsoft.PowerShell.Commands.WebRequestMethod', {
    Default: 0,
    Get: 1,
    Head: 2,
    Post: 3,
    Put: 4,
    Delete: 5,
    Trace: 6,
    Options: 7,
    Merge: 8,
    Patch: 9,
  }),
  webAuthentication: define('Microsoft.PowerShell.Commands.WebAuthenticationType', {
    None: 0,
    Basic: 1,
    Bearer: 2,
    OAuth: 3,
  }),
  testPathType: define('Microsoft.PowerShell.Commands.TestPathType', { Any: 0, Container: 1, Leaf: 2 }),
};

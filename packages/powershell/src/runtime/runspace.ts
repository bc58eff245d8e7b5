import { generalAliases, generalCmdlets } from '../cmdlets/cmdlets.ts';
import type { Capabilities } from '../host/capabilities.ts';
import { compileText } from './compile/compile-text.ts';
import type { Cmdlet } from './engine/command.ts';
import type { Host } from './engine/host.ts';
import { Session } from './engine/session.ts';
import { hostStreams } from './engine/streams.ts';
import { DefaultOutput } from './default-output.ts';
import { invokeScript, type InvokeOptions, type Outcome } from './invocation.ts';
import { sessionFormatting } from './session-formatting.ts';
import { registerTypes } from './types/register-types.ts';
import { coreTypes } from './types/type-registry.ts';
import { EnumValue } from './values/enum-value.ts';

export interface RunspaceOptions {
  readonly host: Host;
  /** Cmdlets besides the general ones. */
  readonly commands?: Iterable<Cmdlet>;
  /** The environment variables that scripts see; none without it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What scripts may do besides computing: nothing without it. */
  readonly capabilities?: Capabilities;
}

export interface Runspace {
  /** Runs a script to its end, writes what it prints to the host, and gives its exit code. */
  invoke(script: string, options?: InvokeOptions): Outcome;
}

/** A place where scripts run: its variables and functions outlive each of them. */
export function createRunspace({
  host,
  commands = [],
  environment = {},
  capabilities = {},
}: RunspaceOptions): Runspace {
  registerTypes();
  const formatting = sessionFormatting(host, () => session);
  const output = new DefaultOutput(formatting, host);
  const session: Session = new Session({
    host,
    formatting,
    defaultOutput: output,
    streams: hostStreams(host, (record) => formatting.errorText(record)),
    commands: [...generalCmdlets, ...commands],
    environment,
    capabilities,
    compile: compileText,
  });
  for (const [alias, target] of Object.entries(generalAliases)) session.global.aliases.set(alias, target);
  for (const { name, aliases = [] } of [...generalCmdlets, ...commands]) {
    for (const alias of aliases) session.global.aliases.set(alias, name);
  }
  defineAutomaticVariables(session);
  return { invoke: (script, options = {}) => invokeScript({ session, shown: output, script, options }) };
}

function defineAutomaticVariables({ global }: Session): void {
  const preference = coreTypes.find('System.Management.Automation.ActionPreference')!;
  const preferences = { Error: 2, Warning: 2, Information: 0, Verbose: 0, Debug: 0, Progress: 2 };
  for (const [name, value] of Object.entries(preferences)) {
    global.define(`${name}${name === 'Error' ? 'Action' : ''}Preference`, new EnumValue(preference, value));
  }
  for (const name of ['PID', 'HOME', 'PSVersionTable', 'Host']) global.define(name, null).options = ['Constant'];
  global.define('args', []);
}

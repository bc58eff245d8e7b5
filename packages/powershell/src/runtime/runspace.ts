import { cmdletShelves } from '../cmdlets/cmdlets.ts';
import { builtInFunctionAliases, builtInFunctions } from '../cmdlets/functions/built-in-functions.ts';
import { drivesOf } from '../providers/drives.ts';
import type { Capabilities } from '../host/capabilities.ts';
import type { StopState } from '../host/stop-flag.ts';
import { complete } from '../completion/complete.ts';
import type { ArgumentCompleter, Completion } from '../completion/completion.ts';
import type { ViewShelf } from '../format/view-registry.ts';
import type { View } from '../format/view.ts';
import { compileText } from './compile/compile-text.ts';
import type { Cmdlet } from './engine/command.ts';
import { defineAutomaticVariables } from './engine/automatic-variables.ts';
import type { Host } from './engine/host.ts';
import { limitedHost } from './engine/limited-host.ts';
import { transcribedHost } from './engine/transcribed-host.ts';
import { moduleLoader } from './engine/load-module.ts';
import { Session } from './engine/session.ts';
import { asRunning } from './engine/running.ts';
import { hostStreams } from './engine/streams.ts';
import { type Limits, Watch } from './engine/watch.ts';
import { DefaultOutput } from './default-output.ts';
import { invokeScript, type InvokeOptions, type Outcome } from './invocation.ts';
import { recordTexts } from './record-texts.ts';
import { sessionFormatting } from './session-formatting.ts';
import type { DotNetType } from './types/define-type.ts';
import { registerTypes } from './types/register-types.ts';
import { PsStyle } from './values/ps-style.ts';
import { runningIn } from './values/running-session.ts';
import { aliasesOf, nameOf, type Shelf, shelf } from './values/shelf.ts';

/** What a runspace has and what its scripts may do. */
export interface RunspaceOptions {
  readonly host: Host;
  /** Cmdlets besides the general ones. */
  readonly commands?: Iterable<Cmdlet>;
  /** Cmdlets that are made when one of them is called. */
  readonly shelves?: Iterable<Shelf<Cmdlet>>;
  /** The environment variables that scripts see; none without it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What scripts may do besides computing: nothing without it. */
  readonly capabilities?: Capabilities;
  /** What each invocation may take; of memory only together with `usedMemory`. */
  readonly limits?: Limits;
  /** Bytes of heap in use: `usedMemory` of the Node entry, for one. */
  readonly usedMemory?: () => number;
  /** A flag by which any thread stops what runs. */
  readonly stop?: StopState;
  /** Called now and then while a script keeps the thread busy. */
  readonly onBusy?: () => void;
  /** Views of the embedder's own objects; they go before the built-in ones. */
  readonly views?: Iterable<View>;
  /** Such views that are made when one of their types is shown. */
  readonly viewShelves?: Iterable<ViewShelf>;
  /** Types of the embedder's own objects; `defineForeign` says which class of values has which of them. */
  readonly types?: Iterable<DotNetType>;
  /** Knows values of parameters, such as the names of batches. */
  readonly completeArgument?: ArgumentCompleter;
}

/** A place where scripts run, one after the other. */
export interface Runspace {
  /** Runs a script to its end, writes what it prints to the host, and gives its exit code. */
  invoke(script: string, options?: InvokeOptions): Outcome;
  /** How an input can be completed at a place in it. */
  complete(script: string, cursor: number): Completion;
}

/** A place where scripts run: its variables and functions outlive each of them. */
export function createRunspace({
  host: given,
  commands = [],
  shelves = [],
  environment = {},
  capabilities = {},
  limits = {},
  views = [],
  viewShelves = [],
  types = [],
  completeArgument,
  ...watched
}: RunspaceOptions): Runspace {
  if (limits.memory !== undefined && !watched.usedMemory) throw new TypeError('A limit of memory needs usedMemory.');
  registerTypes();
  const watch = new Watch({ limits, ...watched });
  const host = transcribedHost(limits.output === undefined ? given : limitedHost(given, watch));
  const style = new PsStyle(host.isTerminal ? 'Host' : 'PlainText');
  const formatting = sessionFormatting({ host, session: () => session, views, viewShelves, style });
  const output = new DefaultOutput(formatting, host);
  const own = [...commands];
  const known = [...cmdletShelves, shelf(() => own), ...shelves];
  const session: Session = new Session({
    host,
    formatting,
    style,
    defaultOutput: output,
    streams: hostStreams(host, recordTexts(formatting)),
    commands: known,
    environment,
    capabilities,
    compile: compileText,
    moduleLoader,
    watch,
    callDepth: limits.callDepth,
  });
  for (const type of types) session.types.add(type);
  for (const label of known.flatMap(({ labels }) => labels)) {
    for (const alias of aliasesOf(label)) session.global.aliases.set(alias, nameOf(label));
  }
  for (const command of builtInFunctions()) session.global.functions.set(command.name.toLowerCase(), command);
  for (const [alias, name] of Object.entries(builtInFunctionAliases)) session.global.aliases.set(alias, name);
  drivesOf(session);
  defineAutomaticVariables(session);
  session.global.define('PSStyle', style).options = ['Constant'];
  session.markBeginning();
  const running = asRunning(session);
  return {
    invoke: (script, options = {}) =>
      runningIn(running, () => invokeScript({ session, shown: output, script, options })),
    complete: (script, cursor) =>
      runningIn(running, () => complete({ session, before: script.slice(0, cursor), complete: completeArgument })),
  };
}

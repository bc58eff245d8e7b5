import { type Clock, type Ids, type Random, systemClock, systemIds, systemRandom } from '@cutover/base';
import type { Capabilities } from '../../host/capabilities.ts';
import type { Prompts } from '../../host/prompts.ts';
import type { StandardInput } from '../../host/standard-input.ts';
import { coreTypes, type TypeRegistry } from '../types/type-registry.ts';
import type { TypeDataTable } from '../types/type-data.ts';
import type { PsStyle } from './ps-style.ts';
import type { ScriptBlock } from './script-block.ts';
import type { ShellRunspace } from './shell-instance.ts';

/** What values ask of the session whose script runs: .NET has it as the default runspace of a thread. */
export interface RunningSession {
  readonly types: TypeRegistry;
  readonly host: {
    write(text: string): void;
    writeError(text: string): void;
    readonly width: number;
    readonly clock?: Pick<Clock, 'now'>;
    readonly random?: Random;
    readonly ids?: Ids;
    readonly prompts?: Prompts | undefined;
    readonly input?: StandardInput | undefined;
    readonly sleep?: (milliseconds: number) => void;
  };
  readonly environment: SessionEnvironment;
  /** What the embedder grants. */
  readonly capabilities: Capabilities;
  /** `$PSStyle`. */
  readonly style: PsStyle;
  /** What scripts said of types. */
  readonly typeData: TypeDataTable;
  /** Makes a script block of text; what is wrong with it is thrown. */
  compile(text: string): ScriptBlock;
  hasDrive(name: string): boolean;
  /** A runspace of its own. */
  openShell(): ShellRunspace;
  /** Runs a block in a scope of its own and gives what it wrote, as an expression has it. */
  callBlock(block: ScriptBlock, call: BlockArguments): unknown;
}

export interface SessionEnvironment {
  get(name: string): string | undefined;
  set(name: string, value: unknown): void;
  entries(): Iterable<readonly [string, string]>;
}

export interface BlockArguments {
  readonly args?: readonly unknown[];
  readonly input?: readonly unknown[];
  readonly variables?: Readonly<Record<string, unknown>>;
}

let current: RunningSession | undefined;

/** Runs an action on behalf of a session; calls within each other go back to the session before. */
export function runningIn<T>(session: RunningSession, action: () => T): T {
  const before = current;
  current = session;
  try {
    return action();
  } finally {
    current = before;
  }
}

/** The session that runs; whoever asks outside of one has no session to ask. */
export function runningSession(): RunningSession {
  if (!current) throw new Error('No script is running.');
  return current;
}

/** The session that runs, if there is one. */
export const sessionNow = (): RunningSession | undefined => current;

/** What the running session knows of types besides what .NET says; nothing outside of one. */
export const runningTypeData = (): TypeDataTable | undefined => current?.typeData;

/** The types that can be named now: those of the running session besides the core ones. */
export const knownTypes = (): TypeRegistry => current?.types ?? coreTypes;

/** Milliseconds since 1970 by the session's clock. */
export const currentTime = (): number => (current?.host.clock ?? systemClock).now();

export const currentRandom = (): Random => current?.host.random ?? systemRandom;

export const newGuidText = (): string => (current?.host.ids ?? systemIds).guid();

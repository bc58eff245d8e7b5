import { scriptError } from '../errors/script-error.ts';
import { limits } from '../limits.ts';
import type { Capabilities } from '../../host/capabilities.ts';
import { TypeDataTable } from '../types/type-data.ts';
import { TypeRegistry, coreTypes } from '../types/type-registry.ts';
import { toText } from '../values/to-text.ts';
import { List } from '../values/list.ts';
import type { PsStyle } from '../values/ps-style.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { Shelf } from '../values/shelf.ts';
import { ShelvedMap } from '../values/shelved-map.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import type { Command } from './command.ts';
import { Environment } from './environment.ts';
import type { Formatting } from './formatting.ts';
import type { Frame } from './frame.ts';
import { History } from './history.ts';
import type { Host } from './host.ts';
import type { Module } from './module.ts';
import type { ModuleLoader } from './module-loader.ts';
import type { ShownOutput } from './output.ts';
import { Scope } from './scope.ts';
import type { Streams } from './streams.ts';
import { StrictMode } from './strict-mode.ts';
import type { Variable } from './variable.ts';
import { Watch } from './watch.ts';

export interface SessionOptions {
  readonly host: Host;
  readonly formatting: Formatting;
  readonly style: PsStyle;
  readonly defaultOutput: ShownOutput;
  readonly streams: Streams;
  readonly commands: Iterable<Shelf<Command>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly capabilities?: Capabilities;
  readonly compile: (text: string, file?: string) => ScriptBlock;
  readonly moduleLoader: ModuleLoader;
  readonly watch?: Watch;
  readonly callDepth?: number | undefined;
}

/** The variables and aliases that a runspace begins with. */
export interface Beginning {
  readonly variables: readonly Pick<Variable, 'name' | 'options' | 'value'>[];
  readonly aliases: readonly string[];
}

/** What all code of one runspace shares. */
export class Session {
  readonly host: Host;
  /** How values are shown. */
  readonly formatting: Formatting;
  /** `$PSStyle`. */
  readonly style: PsStyle;
  readonly global = new Scope();
  readonly types = new TypeRegistry([], coreTypes);
  /** The command lines that were run. */
  readonly history = new History();
  /** What scripts said of types. */
  readonly typeData = new TypeDataTable();
  readonly commands = new ShelvedMap<Command>();
  /** The modules that are loaded, by lower-case name. */
  readonly modules = new Map<string, Module>();
  /** `$Error`: the newest first. */
  readonly errors = new List('System.Collections.ArrayList');
  /** The scope whose code runs. */
  scope: Scope = this.global;
  /** Whose variables `$using:` reads, while a block runs apart from its caller. */
  usingScope: Scope | undefined = undefined;
  /** What a runspace has before any script has run. */
  beginning: Beginning = { variables: [], aliases: [] };
  /** The call whose code runs. */
  frame: Frame | undefined = undefined;
  /** Where objects go that nobody takes. */
  readonly defaultOutput: ShownOutput;
  /** Take the records that nobody redirected. */
  readonly streams: Streams;
  /** True inside a `try` with a `catch`: errors of statements are thrown on instead of reported. */
  propagates = false;
  /** `$?`. */
  succeeded = true;
  readonly environment: Environment;
  /** What scripts may do besides computing. */
  readonly capabilities: Capabilities;
  /** Makes a script block of text; what is wrong with it is thrown. */
  readonly compile: (text: string, file?: string) => ScriptBlock;
  readonly moduleLoader: ModuleLoader;
  readonly strict = new StrictMode();
  /** Tells code when it has to stop. */
  readonly watch: Watch;
  /** Calls within calls, at this moment. */
  depth = 0;
  readonly #callDepth: number;

  constructor(options: SessionOptions) {
    this.host = options.host;
    this.formatting = options.formatting;
    this.style = options.style;
    this.environment = new Environment(options.environment);
    this.capabilities = options.capabilities ?? {};
    this.compile = options.compile;
    this.moduleLoader = options.moduleLoader;
    this.watch = options.watch ?? new Watch();
    this.#callDepth = options.callDepth ?? limits.callDepth;
    this.defaultOutput = options.defaultOutput;
    this.streams = options.streams;
    for (const shelf of options.commands) this.commands.addShelf(shelf);
  }

  /** Keeps what is there now as what every runspace begins with. */
  markBeginning(): void {
    const { aliases, variables } = this.global;
    const copies = Array.from(variables.values(), ({ name, options, value }) => ({ name, options, value }));
    this.beginning = { variables: copies, aliases: [...aliases.keys()] };
  }

  /**
   * Counts a call; too many within each other end in the original's error. Whoever entered takes one off `depth` at the
   * end, by itself: where the stack has ended there is no room for a call.
   */
  enter(): void {
    this.watch.poll();
    if (++this.depth <= this.#callDepth) return;
    this.depth--;
    throw scriptError('CallDepthOverflow');
  }

  remember(record: ErrorRecord): void {
    if (this.errors.items[0] !== record) this.errors.items.unshift(record);
    if (this.errors.items.length > 256) this.errors.items.length = 256;
  }

  /** The preference variable's value as text, in lower case. */
  preference(name: string): string {
    const value = this.scope.find(name.toLowerCase())?.value;
    return toText(value ?? 'Continue').toLowerCase();
  }
}

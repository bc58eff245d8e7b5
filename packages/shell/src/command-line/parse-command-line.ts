import { type ScriptArgument, scriptArguments } from '@cutover/powershell';
import type { CommandLine, Task } from './command-line.ts';
import { messages } from './messages.ts';

/** What the parser has to know of the machine. */
export interface Place {
  readonly isFile: (path: string) => boolean;
  readonly inputIsTerminal: () => boolean;
  /** Whether a word names a cmdlet that can be called without a script. */
  readonly isCmdlet: (name: string) => boolean;
}

type Draft = { -readonly [K in keyof CommandLine]: CommandLine[K] } & { staysOpenAsked: boolean };

/** Reads the command's arguments as pwsh reads its own; the first that is no switch begins a script or names a cmdlet. */
export function parseCommandLine(argv: readonly string[], place: Place): CommandLine {
  const { staysOpenAsked, ...line } = new Reader(argv, place).read();
  return { ...line, staysOpen: staysOpenAsked || line.task.kind === 'session' };
}

/** Ends the reading: the command line cannot be used. */
class Refusal {
  readonly task: Task;

  constructor(message: string, options: { readonly showUsage: boolean } = { showUsage: false }) {
    this.task = { kind: 'refused', message, showUsage: options.showUsage };
  }
}

const refuse = (message: string, options?: { readonly showUsage: boolean }): never => {
  throw new Refusal(message, options);
};

class Reader {
  readonly line: Draft = {
    task: { kind: 'session' },
    profile: true,
    interactive: true,
    banner: true,
    staysOpen: false,
    staysOpenAsked: false,
    json: false,
  };
  readonly place: Place;
  readonly #argv: readonly string[];
  #index = 0;

  constructor(argv: readonly string[], place: Place) {
    this.#argv = argv;
    this.place = place;
  }

  read(): Draft {
    try {
      while (this.#index < this.#argv.length && this.#readOne());
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.line.task = refusal.task;
    }
    return this.line;
  }

  /** The next argument, or the refusal that says what is missing. */
  next(missing: string, options?: { readonly showUsage: boolean }): string {
    return this.#argv[this.#index++] ?? refuse(missing, options);
  }

  rest(): readonly string[] {
    const rest = this.#argv.slice(this.#index);
    this.#index = this.#argv.length;
    return rest;
  }

  /** Reads one argument with what belongs to it; false when nothing after it is ours. */
  #readOne(): boolean {
    const argument = this.#argv[this.#index]!.trim();
    if (argument === '' || !/^[-–—―/]/.test(argument)) return this.#readBare();
    this.#index++;
    if (this.#readOwn(argument)) return true;
    const key = argument
      .slice(1)
      .replace(/^[-–—―]/, '')
      .toLowerCase();
    const found = switches.find(({ names }) => names.some((name) => matches(key, name)));
    if (found) return found.read(this) ?? true;
    this.#index--;
    return this.#readBare();
  }

  #readOwn(argument: string): boolean {
    const [, inline] = /^--data=(.+)$/s.exec(argument) ?? [];
    if (argument === '--json') this.line.json = true;
    else if (inline !== undefined) this.line.data = inline;
    else if (/^--data=?$/.test(argument)) this.line.data = this.next(messages.dataMissing);
    else return false;
    return true;
  }

  #readBare(): boolean {
    const [word = ''] = this.#argv.slice(this.#index);
    const isScript = this.place.isFile(word);
    if (!isScript && word === 'service') {
      this.#index++;
      this.line.task = { kind: 'service', argv: this.#withoutOwn() };
    } else if (!isScript && this.place.isCmdlet(word)) {
      this.#index++;
      this.line.task = { kind: 'cmdlet', name: word, argv: this.#withoutOwn() };
    } else readFile(this);
    return false;
  }

  /** What is left, but for our own options, which may stand anywhere before `--`. */
  #withoutOwn(): string[] {
    const rest: string[] = [];
    while (this.#index < this.#argv.length) {
      const argument = this.#argv[this.#index++]!;
      if (argument === '--') return [...rest, argument, ...this.rest()];
      if (!this.#readOwn(argument)) rest.push(argument);
    }
    return rest;
  }
}

interface Switch {
  /** `name`, with its shortest form where a beginning will do. */
  readonly names: readonly (readonly [name: string, shortest: string])[];
  /** Returns false when nothing after it is the command's own. */
  readonly read: (reader: Reader) => boolean | void;
}

const matches = (key: string, [name, shortest]: readonly [string, string]): boolean =>
  key.length >= shortest.length && name.startsWith(key);

const set =
  (change: Partial<Draft>) =>
  ({ line }: Reader) =>
    void Object.assign(line, change);
const unavailable = (name: string) => (): never => refuse(messages.notHere(name));
const unsupported = (name: string) => (): never => refuse(messages.notSupported(name));

/** In the original's order: the first that fits is meant. Source: CommandLineParameterParser.ParseHelper. */
const switches: readonly Switch[] = [
  { names: [['version', 'v']], read: ({ line }) => ((line.task = { kind: 'version' }), false) },
  {
    names: [
      ['help', 'h'],
      ['?', '?'],
    ],
    read: readHelp,
  },
  { names: [['login', 'l']], read: () => undefined },
  { names: [['noexit', 'noe']], read: set({ staysOpenAsked: true }) },
  { names: [['noprofile', 'nop']], read: set({ profile: false }) },
  { names: [['nologo', 'nol']], read: set({ banner: false }) },
  { names: [['noninteractive', 'noni']], read: set({ interactive: false }) },
  { names: [['socketservermode', 'so']], read: unsupported('SocketServerMode') },
  { names: [['servermode', 's']], read: unsupported('ServerMode') },
  { names: [['namedpipeservermode', 'nam']], read: unsupported('NamedPipeServerMode') },
  { names: [['sshservermode', 'sshs']], read: unsupported('SSHServerMode') },
  { names: [['noprofileloadtime', 'noprofileloadtime']], read: () => undefined },
  { names: [['interactive', 'i']], read: set({ interactive: true }) },
  { names: [['configurationfile', 'configurationfile']], read: unsupported('ConfigurationFile') },
  { names: [['configurationname', 'config']], read: unsupported('ConfigurationName') },
  { names: [['custompipename', 'cus']], read: unsupported('CustomPipeName') },
  {
    names: [
      ['commandwithargs', 'commandwithargs'],
      ['cwa', 'cwa'],
    ],
    read: readCommandWithArguments,
  },
  { names: [['command', 'c']], read: readCommand },
  { names: [['windowstyle', 'w']], read: unavailable('WindowStyle') },
  { names: [['file', 'f']], read: readFile },
  {
    names: [
      ['outputformat', 'o'],
      ['of', 'o'],
    ],
    read: readFormat('OutputFormat', messages.outputFormatMissing),
  },
  {
    names: [
      ['inputformat', 'inp'],
      ['if', 'if'],
    ],
    read: readFormat('InputFormat', messages.inputFormatMissing),
  },
  {
    names: [
      ['executionpolicy', 'ex'],
      ['ep', 'ep'],
    ],
    read: readExecutionPolicy,
  },
  {
    names: [
      ['encodedcommand', 'e'],
      ['ec', 'e'],
    ],
    read: readEncodedCommand,
  },
  {
    names: [
      ['encodedarguments', 'encodeda'],
      ['ea', 'ea'],
    ],
    read: unsupported('EncodedArguments'),
  },
  { names: [['settingsfile', 'settings']], read: unsupported('SettingsFile') },
  { names: [['sta', 'sta']], read: () => refuse('Parameter -STA is not supported on this platform.') },
  { names: [['mta', 'mta']], read: () => refuse('Parameter -MTA is not supported on this platform.') },
  {
    names: [
      ['workingdirectory', 'wo'],
      ['wd', 'wd'],
    ],
    read: readWorkingDirectory,
  },
];

function readHelp(reader: Reader): false {
  reader.line.task = { kind: 'help', about: reader.rest()[0] };
  return false;
}

function readWorkingDirectory(reader: Reader): void {
  reader.line.workingDirectory = reader.next(messages.directoryMissing);
}

const policies = ['default', 'remotesigned', 'bypass', 'allsigned', 'restricted', 'unrestricted', 'undefined'];

function readExecutionPolicy(reader: Reader): void {
  const policy = reader.next(messages.policyMissing, { showUsage: true });
  if (!policies.includes(policy.toLowerCase())) refuse(messages.policyUnknown(policy), { showUsage: true });
  reader.line.executionPolicy = policy;
}

function readFormat(name: string, missing: string): (reader: Reader) => void {
  return (reader) => {
    const format = reader.next(missing, { showUsage: true });
    if (/^xml$/i.test(format)) refuse(messages.notSupported(`${name} XML`));
    if (!/^text$/i.test(format)) refuse(messages.formatWrong(format), { showUsage: true });
  };
}

function startCommand({ line }: Reader, script: string, args: readonly ScriptArgument[] = []): void {
  line.task = { kind: 'command', script, arguments: args };
  line.banner = false;
}

function firstOfCommand(reader: Reader): string {
  if (reader.line.task.kind === 'command') refuse(messages.commandTwice, { showUsage: true });
  return reader.next(messages.commandMissing, { showUsage: true });
}

function readCommand(reader: Reader): boolean {
  const first = firstOfCommand(reader);
  const rest = reader.rest();
  if (first !== '-') startCommand(reader, [first, ...rest].join(' '));
  else if (rest.length > 0) refuse(messages.tooManyAfterDash, { showUsage: true });
  else if (reader.place.inputIsTerminal()) refuse(messages.inputNotRedirected, { showUsage: true });
  else Object.assign(reader.line, { task: { kind: 'standard input', prompts: false }, banner: false });
  return false;
}

function readCommandWithArguments(reader: Reader): boolean {
  startCommand(reader, firstOfCommand(reader), scriptArguments(reader.rest()));
  return false;
}

function readEncodedCommand(reader: Reader): void {
  const encoded = firstOfCommand(reader);
  const isBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(
    encoded.replaceAll(/\s/g, ''),
  );
  if (!isBase64) refuse(messages.encodingWrong, { showUsage: true });
  startCommand(reader, Buffer.from(encoded, 'base64').toString('utf16le'));
}

function readFile(reader: Reader): false {
  const path = reader.next(messages.fileMissing, { showUsage: true });
  reader.line.banner &&= reader.line.staysOpenAsked;
  if (path === '-') reader.line.task = { kind: 'standard input', prompts: true };
  else if (!reader.place.isFile(path)) refuseFile(path);
  else reader.line.task = { kind: 'file', path, arguments: scriptArguments(reader.rest()) };
  return false;
}

/** The parameters that the original offers for a misspelt one. */
const offered = [
  'sta',
  'mta',
  'command',
  'commandwithargs',
  'configurationname',
  'custompipename',
  'encodedcommand',
  'executionpolicy',
  'file',
  'help',
  'inputformat',
  'login',
  'noexit',
  'nologo',
  'noninteractive',
  'noprofile',
  'noprofileloadtime',
  'outputformat',
  'removeworkingdirectorytrailingcharacter',
  'settingsfile',
  'version',
  'windowstyle',
  'workingdirectory',
];

function refuseFile(path: string): never {
  const word = path.length > 1 && path.startsWith('-') ? path.slice(1).toLowerCase() : undefined;
  const similar = offered.filter((name) => word !== undefined && name.includes(word));
  if (similar.length === 0) return refuse(messages.fileUnknown(path), { showUsage: true });
  return refuse(`${messages.didYouMean(path)}${similar.map((name) => `\n  -${name}`).join('')}`);
}

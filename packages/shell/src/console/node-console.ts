import { type AsyncWorld, createStopState, type Host, requestStop, type StopState, waitFor } from '@cutover/powershell';
import {
  ConsoleOutput,
  LineReader,
  nodeFiles,
  nodeNetwork,
  nodeProcesses,
  sigintWatcher,
  terminalPrompts,
} from '@cutover/powershell/node';
import { profileFile } from '../repl/repl-files.ts';
import type { Console } from './console.ts';
import { isTerminal } from './is-terminal.ts';
import { progressBar } from './progress-bar.ts';

/** What the original takes for the width of what is no terminal. */
const plainWidth = 80;

export interface NodeConsoleOptions {
  /** Whether questions are asked. */
  readonly interactive: boolean;
  readonly createWorld: (stop: StopState) => AsyncWorld;
}

/** Seconds; scripts shorter than this end before anybody presses Ctrl-C: they need no thread that waits for it. */
const shortScript = 0.05;

/** The console that this process was started at. */
export function nodeConsole({ interactive, createWorld }: NodeConsoleOptions): Console {
  const stop = createStopState();
  const watcher = sigintWatcher(stop);
  const begin = process.uptime();
  const streams = openStreams(() => requestStop(stop));
  const pause = (): void => {
    streams.out.flush();
    watcher.start();
  };
  const inner = createWorld(stop);
  const world: AsyncWorld = {
    call: (operation, input, options) => {
      pause();
      return inner.call(operation, input, options);
    },
  };
  // At a terminal somebody may press Ctrl-C at any time.
  if (isTerminal(0)) watcher.start();
  const input = isTerminal(0) ? undefined : new LineReader(0);
  const prompts = terminalPrompts({
    state: stop,
    write: (text) => (streams.write(text), pause()),
    lines: input,
    setRawMode: isTerminal(0) ? (raw) => void process.stdin.setRawMode(raw) : undefined,
  });
  let askedExit: number | undefined;
  const host: Host = {
    write: streams.write,
    writeError: streams.writeError,
    get width() {
      return streams.width();
    },
    get profileFile() {
      return profileFile(process.env);
    },
    get height() {
      return streams.isTerminal ? process.stdout.rows : undefined;
    },
    isTerminal: streams.colors,
    sleep: (milliseconds) => {
      pause();
      waitFor(stop, milliseconds);
    },
    prompts: interactive ? { readLine: (question) => answered(streams, prompts.readLine(question)) } : undefined,
    input,
    askExit: (code) => void (askedExit = code),
    ...(streams.progress && { showProgress: streams.progress.show }),
    world,
  };
  return {
    host,
    world,
    stop,
    capabilities: {
      files: nodeFiles(),
      folder: process.cwd(),
      network: nodeNetwork(world),
      processes: nodeProcesses({ world, beforeAttached: pause }),
    },
    environment: process.env,
    colors: streams.colors,
    input,
    askedExit: () => askedExit,
    onBusy: () => {
      if (process.uptime() - begin > shortScript) watcher.start();
    },
    endLine: streams.endLine,
    flush: () => (streams.progress?.hide(), streams.out.flush()),
  };
}

/** Who answers ends the line of the question. */
function answered(streams: Streams, answer: string | undefined): string | undefined {
  streams.lineEnded();
  return answer;
}

type Streams = ReturnType<typeof openStreams>;

/** What ends a line, whatever is switched off behind it. */
// oxlint-disable-next-line no-control-regex
const lineEnd = /\n(?:\u001B\[[\d;]*[A-Za-z])*$/;

/** Standard output and error; what goes to one comes after what went to the other before. */
function openStreams(onClosed: () => void) {
  const screen = isTerminal(1);
  const out = new ConsoleOutput({ descriptor: 1, live: screen, onClosed });
  const errors = new ConsoleOutput({ descriptor: 2, live: true, onClosed });
  const { NO_COLOR, TERM } = process.env;
  const width = (): number => (screen ? process.stdout.columns : plainWidth);
  let isLineBegun = false;
  const note = (text: string): void => {
    if (text !== '') isLineBegun = !lineEnd.test(text);
  };
  const progress = isTerminal(2) ? progressBar({ write: (text) => errors.write(text), width }) : undefined;
  return {
    out,
    progress,
    colors: screen && !NO_COLOR && TERM !== 'dumb',
    isTerminal: screen,
    width,
    lineEnded: (): void => void (isLineBegun = false),
    endLine: (): void => {
      if (isLineBegun) out.write('\n');
      isLineBegun = false;
    },
    write: (text: string): void => {
      progress?.hide();
      note(text);
      out.write(text);
    },
    writeError: (text: string): void => {
      progress?.hide();
      note(text);
      out.flush();
      errors.write(text);
    },
  };
}

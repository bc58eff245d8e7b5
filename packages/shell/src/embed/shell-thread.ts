import { parentPort, workerData } from 'node:worker_threads';
import type { Host, InvokeOptions, Question } from '@cutover/powershell';
import { nodeFiles, syncSide } from '@cutover/powershell/node';
import { DotnetError, type ErrorRecord, toText } from '@cutover/powershell/values';
import { createSession } from '../session.ts';
import { type PlainStyle, plainValue } from './plain-value.ts';
import {
  type InvokeRequest,
  type PlainError,
  type ShellMessage,
  shellOperations,
  type ShellThreadData,
} from './protocol.ts';

// The thread of an embedded shell: its scripts are synchronous, and ask the embedder's thread for whatever has to be waited for.

const {
  stop,
  world: port,
  messages,
  width,
  environment,
  folder,
  answersQuestions,
  hasClock,
} = workerData as ShellThreadData;
const tell = (message: ShellMessage): void => messages.postMessage(message);
const world = syncSide(port, stop);
const ask = <T>(operation: string, input: unknown): T => [...world.call(operation, input)][0] as T;

/** A question that nobody answers is an error of the script: it does not wait, and takes nothing for an answer. */
function readLine(question: Question): string {
  const answer = ask<string | undefined>(shellOperations.ask, question);
  if (answer !== undefined) return answer;
  const text = `There is no answer to the question "${question.text.trim()}".`;
  throw new DotnetError('InvalidOperationException', text);
}

const host: Host = {
  write: (text) => tell({ kind: 'shown', text }),
  writeError: (text) => tell({ kind: 'shownError', text }),
  width,
  showProgress: (progress) => tell({ kind: 'progress', progress }),
  sleep: (milliseconds) => ask(shellOperations.sleep, milliseconds),
  world,
  ...(hasClock && { clock: { now: () => ask<number>(shellOperations.now, undefined) } }),
  ...(answersQuestions && { prompts: { readLine } }),
};

const session = createSession({
  host,
  world,
  stop,
  environment,
  capabilities: folder === undefined ? {} : { files: nodeFiles(), folder },
  input: undefined,
  colors: false,
  onBusy: () => undefined,
  flush: () => undefined,
});

const style: PlainStyle = { date: (value) => value, timeSpan: (milliseconds) => milliseconds };

function optionsFor(request: InvokeRequest): InvokeOptions {
  const { file, commandLine, input, show } = request;
  const given = { commandLine, ...(file === undefined ? {} : { file }), ...(input && { input }) };
  return show ? given : { ...given, ...takersFor(request) };
}

function takersFor({ id }: InvokeRequest): Pick<InvokeOptions, 'output' | 'records'> {
  return {
    output: (value) => tell({ kind: 'output', id, value: plainValue(value, style) }),
    records: {
      error: (record) => tell({ kind: 'error', id, error: plainError(record) }),
      warning: (record) => tell({ kind: 'warning', id, text: toText(record) }),
      verbose: (record) => tell({ kind: 'verbose', id, text: toText(record) }),
      debug: (record) => tell({ kind: 'debug', id, text: toText(record) }),
      information: (record) => tell({ kind: 'information', id, text: toText(record) }),
    },
  };
}

const plainError = (record: ErrorRecord): PlainError => ({
  message: record.message,
  fullyQualifiedErrorId: record.fullId,
  category: record.category,
  exception: record.exception.typeName,
  target: toText(record.target),
});

parentPort!.on('message', (request: InvokeRequest) => {
  const { id } = request;
  try {
    const { exitCode, ended, succeeded } = session.invoke(request.script, optionsFor(request));
    tell({ kind: 'done', id, result: { exitCode, ended, succeeded } });
  } catch (error) {
    tell({ kind: 'broken', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

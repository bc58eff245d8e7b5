import type { ProgramCall, ProgramEvent } from '../../host/processes.ts';
import { drivesOf } from '../../providers/drives.ts';
import type { Argument } from '../binder/argument.ts';
import { netError } from '../errors/script-error.ts';
import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';
import type { NativeProgram } from './command.ts';
import type { InvocationInfo } from '../values/invocation-info.ts';
import { isTrue } from '../values/truth.ts';
import type { Frame } from './frame.ts';
import { nativeArguments } from './native-arguments.ts';
import type { Output } from './output.ts';
import { nativeInput } from './native-input.ts';
import { reportError } from './report-error.ts';
import type { Stage } from './stage.ts';
import type { Streams } from './streams.ts';

export interface NativeStageOptions {
  readonly frame: Frame;
  readonly program: NativeProgram;
  readonly arguments: readonly Argument[];
  readonly out: Output;
  readonly streams: Streams;
  readonly hasInput: boolean;
  readonly invocation: InvocationInfo;
}

/**
 * A native program as one stage of a pipeline. Its input is gathered first; its output comes line by line, unless nobody
 * but the console takes it: then the program has the console. Source: NativeCommandProcessor.
 */
export class NativeStage implements Stage {
  readonly #options: NativeStageOptions;
  readonly #input: unknown[] = [];
  failed = false;

  constructor(options: NativeStageOptions) {
    this.#options = options;
  }

  begin(): void {
    // The program starts when its input is complete.
  }

  process(item: unknown): void {
    if (this.#options.hasInput) this.#input.push(item);
  }

  end(): void {
    const { session } = this.#options.frame;
    const code = this.#run(this.#call());
    session.global.setLocal('LASTEXITCODE', code);
    this.failed = code !== 0;
    if (this.failed) this.#reportExit(code);
    session.watch.poll();
  }

  /** With $PSNativeCommandUseErrorActionPreference a program that fails is an error of the pipeline. */
  #reportExit(code: number): void {
    const { frame, program, streams, invocation } = this.#options;
    if (!isTrue(frame.session.scope.find('psnativecommanduseerroractionpreference')?.value)) return;
    const shown = `${code} (0x${code.toString(16).toUpperCase().padStart(2, '0')})`;
    const record = new ErrorRecord({
      exception: new ExceptionValue(
        'System.Management.Automation.NativeCommandExitException',
        `Program "${program.name.split('/').at(-1)}" ended with non-zero exit code: ${shown}.`,
      ),
      id: 'ProgramExitedWithNonZeroCode',
      category: 'NotSpecified',
      target: program.path,
    });
    if (invocation.position) record.locate(invocation.position);
    reportError(frame.session, record, { streams, common: new Map() });
  }

  #call(): ProgramCall {
    const { frame, program, arguments: given, hasInput } = this.#options;
    const { session } = frame;
    return {
      path: program.path,
      arguments: nativeArguments(frame, given),
      folder: drivesOf(session).folder,
      environment: Object.fromEntries(session.environment.entries()),
      input: hasInput ? nativeInput(session, this.#input) : undefined,
    };
  }

  #run(call: ProgramCall): number {
    const { frame, out, program, streams } = this.#options;
    const { session } = frame;
    const processes = session.capabilities.processes!;
    const isShown = (stream: Output, shown: Output): boolean => stream === shown;
    const errorsShown = isShown(streams.error, session.streams.error);
    try {
      if (errorsShown && isShown(out, session.defaultOutput)) {
        session.defaultOutput.flush();
        return processes.runAttached(call);
      }
      return this.#tell(processes.run(call, { errors: errorsShown ? 'console' : 'told' }));
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      throw netError(
        'System.Management.Automation.ApplicationFailedException',
        `Program '${program.name}' failed to run: ${error.message}`,
      );
    }
  }

  /** Writes what comes, line by line, and gives the exit code. */
  #tell(events: Iterable<ProgramEvent>): number {
    const { out, streams } = this.#options;
    const lines = {
      output: new Lines((line) => out.write(line)),
      error: new Lines((line) => streams.error.write(errorLine(line))),
    };
    let code = 0;
    for (const event of events) {
      if (event.kind === 'exit') code = event.code;
      else lines[event.kind].add(event.text);
    }
    lines.output.end();
    lines.error.end();
    return code;
  }
}

/** Cuts what comes in pieces into lines. */
class Lines {
  readonly #write: (line: string) => void;
  #rest = '';

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  add(text: string): void {
    const parts = (this.#rest + text).split(/\r?\n/);
    this.#rest = parts.pop()!;
    for (const part of parts) this.#write(part);
  }

  end(): void {
    if (this.#rest !== '') this.#write(this.#rest);
  }
}

function errorLine(line: string): ErrorRecord {
  const exception = new ExceptionValue('System.Management.Automation.RemoteException', line);
  return new ErrorRecord({ exception, id: 'NativeCommandError', category: 'NotSpecified', target: line });
}

export type * from './syntax/ast.ts';
export type { ParseError, ParseErrorId } from './syntax/parse-error.ts';
export { parse, type ParseResult } from './syntax/parser/parse.ts';
export { decodeScript } from './syntax/decode-script.ts';
export { usesInput } from './syntax/uses-input.ts';
export type { ParseOptions } from './syntax/parser/parse-options.ts';
export type { Token } from './syntax/token.ts';
export type { TokenKind } from './syntax/token-kind.ts';
export { fullTypeName, type TypeName } from './syntax/type-name.ts';
export type { VariablePath } from './syntax/variable-path.ts';
export { createRunspace, type Runspace, type RunspaceOptions } from './runtime/runspace.ts';
export type { InvokeOptions, Outcome, RecordTakers } from './runtime/invocation.ts';
export type { InformationRecord, MessageRecord } from './runtime/values/stream-records.ts';
export type { Limits } from './runtime/engine/watch.ts';
export { type ScriptArgument, scriptArguments } from './host/script-arguments.ts';
export type { Host } from './runtime/engine/host.ts';
export type { Cmdlet, CmdletHelp, Processor } from './runtime/engine/command.ts';
export type { CommandContext } from './runtime/engine/command-context.ts';
export type { Capabilities } from './host/capabilities.ts';
export {
  FileError,
  type FileFailure,
  type FileKind,
  type Files,
  type FileStat,
  type FileTimes,
  type FileWriter,
  type OpenMode,
} from './host/files.ts';
export type { Processes, ProcessFacts, ProcessTable, ProgramCall, ProgramEvent, RunOptions } from './host/processes.ts';
export type { ArgumentCompleter, Completion, CompletionMatch, CompletionType } from './completion/completion.ts';
export type { Progress } from './host/progress.ts';
export type { Prompts, Question } from './host/prompts.ts';
export type { AsyncWorld, CallOptions, Operations } from './host/async-world.ts';
export {
  createStopState,
  PipelineStopped,
  requestStop,
  type StopState,
  throwIfStopped,
  waitFor,
} from './host/stop-flag.ts';
export { type StandardInput, textInput } from './host/standard-input.ts';

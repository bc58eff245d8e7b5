/** The entry `@cutover/powershell/node`: what scripts are granted of this machine, and its console. */
export { nodeFiles } from './host/node/node-files.ts';
export { ConsoleOutput, type ConsoleOutputOptions } from './host/node/console-output.ts';
export { LineReader } from './host/node/read-input.ts';
export { type SigintWatcher, sigintWatcher } from './host/node/sigint-watcher.ts';
export { terminalPrompts, type TerminalPromptsOptions } from './host/node/terminal-prompts.ts';

/** The entry `@cutover/powershell/node`: what scripts are granted of this machine, and its console. */
export { nodeFiles } from './host/node/node-files.ts';
export { serveOperations, syncSide } from './host/async-world.ts';
export { ConsoleOutput, type ConsoleOutputOptions } from './host/node/console-output.ts';
export { LineReader } from './host/node/read-input.ts';
export { networkOperations } from './host/node/network-operations.ts';
export { nodeNetwork } from './host/node/node-network.ts';
export { nodeProcesses, type NodeProcessesOptions } from './host/node/node-processes.ts';
export { processOperations } from './host/node/process-operations.ts';
export { type SigintWatcher, sigintWatcher } from './host/node/sigint-watcher.ts';
export { usedMemory } from './host/node/used-memory.ts';
export { terminalPrompts, type TerminalPromptsOptions } from './host/node/terminal-prompts.ts';

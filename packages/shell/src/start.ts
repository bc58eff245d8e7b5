import { nodeTerminal } from './host/node-terminal.ts';
import { run } from './run.ts';

/** Runs a command line in this process; Ctrl-C ends what it waits for. */
export async function start(argv: readonly string[]): Promise<number> {
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  return run(argv, {
    terminal: nodeTerminal(),
    signal: interrupted.signal,
    connectService: async (options) => (await import('@cutover/cloud/client')).connectService(options),
    runService: async (options) => (await import('@cutover/cloud')).runService(options),
  });
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const client = JSON.stringify(new URL('../client.ts', import.meta.url).href);
const program = JSON.stringify(new URL('slow-service.ts', import.meta.url).pathname);

/** Runs one cmdlet in a process of its own, as a command in a terminal does, and gives what it answered. */
export async function inTerminal(
  dataFolder: string,
  cmdlet: string,
  parameters: object = {},
): Promise<Record<string, unknown>[]> {
  const script = `
    import { connectService } from ${client};
    const [dataFolder, cmdlet, parameters] = process.argv.slice(1);
    const backend = await connectService({ dataFolder, program: ${program} });
    const messages = [];
    for await (const message of backend.invoke(cmdlet, JSON.parse(parameters))) messages.push(message);
    await backend.close();
    process.stdout.write(JSON.stringify(messages));`;
  const args = ['--input-type=module', '-e', script, dataFolder, cmdlet, JSON.stringify(parameters)];
  const { stdout } = await run(process.execPath, args);
  const messages = JSON.parse(stdout) as {
    kind: string;
    record: Record<string, unknown>;
    error: { message: string };
  }[];
  const failed = messages.find(({ kind }) => kind === 'error');
  if (failed) throw new Error(failed.error.message);
  return messages.filter(({ kind }) => kind === 'record').map(({ record }) => record);
}

import { runCommand } from './command/run-command.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;
const untilStopped = new Promise<NodeJS.Signals>((resolve) => {
  for (const signal of signals) process.once(signal, resolve);
});

process.exitCode = await runCommand({
  args: process.argv.slice(2),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  untilStopped,
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const script = (name: string): string => join(import.meta.dirname, 'memory', `${name}.ts`);

/** Starts a script in a process of its own; resolves with its first line. */
async function firstLine(name: string, argument: number): Promise<{ line: string; end: () => void }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script(name), String(argument)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { line, end: () => child.kill() };
}

async function readAttachment(megabytes: number): Promise<{ bytes: number; peakMegabytes: number }> {
  const server = await firstLine('serve-large-attachment', megabytes * 1024 * 1024);
  try {
    const { line } = await firstLine('read-mailbox', Number(server.line));
    return JSON.parse(line) as { bytes: number; peakMegabytes: number };
  } finally {
    server.end();
  }
}

test('an attachment of 150 MB takes no more memory than one of 1 MB, but for the windows', async () => {
  const small = await readAttachment(1);
  const large = await readAttachment(150);
  expect(large.bytes).toBeGreaterThan(150 * 1024 * 1024);
  expect(large.peakMegabytes - small.peakMegabytes).toBeLessThan(40);
}, 60_000);

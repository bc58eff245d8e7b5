import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeForeign, runPython } from './foreign-client.ts';

const command = join(import.meta.dirname, '../../packages/shell/bin/cutover.cjs');

/** Runs the command on a terminal and types each answer when its question has appeared. */
async function typeInto(argv: readonly string[], answers: readonly [prompt: string, answer: string][]) {
  const data = mkdtempSync(join(tmpdir(), 'cutover-prompts-'));
  try {
    const words = [process.execPath, command, ...argv, '--data', data];
    const { stdout, stderr } = await runPython('type-into.py', [JSON.stringify(answers), ...words]);
    expect(stderr).toBe('');
    return JSON.parse(stdout) as { output: string; code: number };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

describeForeign('pty', 'the command on a terminal', () => {
  const server = ['-ExchangeServer', 'exch', '-RpcProxyServer', 'mail.contoso.com'];
  const credentials = ['-Credentials', String.raw`CONTOSO\administrator`];
  const newEndpoint = ['New-MigrationEndpoint', '-Name', 'Contoso', ...server, ...credentials];

  test('a password is not shown while it is typed, and Ctrl-C gives up', async () => {
    const { output, code } = await typeInto(newEndpoint, [['Password for user', 'Pa$$w0rd\u0003']]);
    expect(output).toContain(String.raw`Password for user CONTOSO\administrator: `);
    expect(output).not.toContain('Pa$$w0rd');
    expect(code).toBe(130);
  });

  test('a question is asked again until it is answered, and no means no', async () => {
    const { output, code } = await typeInto(
      ['Remove-MigrationBatch', 'Cutover'],
      [
        ['(default is "Y")', '?\r'],
        ['Skip this operation and all', 'n\r'],
      ],
    );
    expect(output).toContain('Performing the operation "Removing the migration batch" on target "Cutover".');
    expect(code).toBe(0);
  });
});

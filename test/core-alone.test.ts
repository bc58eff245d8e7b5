import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installAlone } from './support/pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-core-'));
let dependencies: string[];

beforeAll(async () => {
  const manifest = await installAlone('core', folder);
  dependencies = Object.keys(manifest.dependencies ?? {});
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runProgram(program: string): unknown {
  writeFileSync(join(folder, 'program.mjs'), program);
  return JSON.parse(execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' }));
}

test('core needs its two libraries and nothing of ours', () => {
  expect(dependencies).toEqual(['undici', 'zod']);
  const dist = join(folder, 'node_modules/@cutover/core/dist');
  const naming = readdirSync(dist).filter((file) =>
    /from\s*["']@cutover\//.test(readFileSync(join(dist, file), 'utf8')),
  );
  expect(naming).toEqual([]);
});

test('installed alone it carries out a cmdlet on any Backend', () => {
  const answer = runProgram(`
    import { connect, getMigrationBatch, isSdkError } from '@cutover/core';
    const backend = {
      async *invoke(cmdlet, parameters) { yield { kind: 'record', record: { Identity: cmdlet, ...parameters } }; },
      close: async () => {},
    };
    const session = connect(backend);
    const [batch] = await getMigrationBatch(session, { Status: 'Synced' });
    const refused = await getMigrationBatch(session, { Status: 'Stalled' }).catch((error) => error.code);
    const emulator = await import('@cutover/cloud').then(() => 'there', (error) => error.code);
    console.log(JSON.stringify({ batch, refused, emulator }));
  `);
  expect(answer).toEqual({
    batch: { Identity: 'Get-MigrationBatch', Status: 'Synced' },
    refused: 'binding.cannotConvertArgument',
    emulator: 'ERR_MODULE_NOT_FOUND',
  });
});

test('its declarations are whole: parameters and records are typed', () => {
  writeFileSync(
    join(folder, 'typed.mts'),
    `import { connect, getMigrationBatch, rest, type MigrationBatchStatus } from '@cutover/core';
    const session = connect(rest({ tenant: 't', identity: { user: 'u' }, token: () => 't' }));
    const [batch] = await getMigrationBatch(session, { Status: 'Synced' });
    export const status: MigrationBatchStatus = batch!.Status;
    export const synced: Date | null = batch!.LastSyncedDateTime;
    // @ts-expect-error -- no such state
    await getMigrationBatch(session, { Status: 'Stalled' });
    // @ts-expect-error -- parameters of two sets
    await getMigrationBatch(session, { Identity: 'x', Endpoint: 'y' });
    `,
  );
  const tsc = join(import.meta.dirname, '../node_modules/.bin/tsc');
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'esnext', '--lib', 'esnext'];
  const typeRoots = join(import.meta.dirname, '../node_modules/@types');
  execFileSync(tsc, [...options, '--types', 'node', '--typeRoots', typeRoots, 'typed.mts'], { cwd: folder });
}, 60_000);

test('its metadata load without a schema library', () => {
  rmSync(join(folder, 'node_modules/zod'));
  const answer = runProgram(`
    import { findCmdlet } from '@cutover/core/metadata';
    import schemas from '@cutover/core/request-schemas.json' with { type: 'json' };
    const sdk = await import('@cutover/core').then(() => 'there', (error) => error.code);
    const { name } = findCmdlet('get-migrationbatch');
    console.log(JSON.stringify({ name, required: schemas['New-MigrationBatch'].required, sdk }));
  `);
  expect(answer).toEqual({ name: 'Get-MigrationBatch', required: ['Name'], sdk: 'ERR_MODULE_NOT_FOUND' });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { type ApiItem, renderApi } from './render-api.ts';

const home = join(import.meta.dirname, '..');
const root = join(home, '../..');
const entries = { '@cutover/mock-exchange': 'index', '@cutover/mock-exchange/vitest': 'vitest' } as const;
const silent = { default: { logLevel: ExtractorLogLevel.None } };

/** What an entry of the package exports, by its declarations. */
function itemsOf(folder: string, entry: string): readonly ApiItem[] {
  const apiJson = join(folder, `${entry}.api.json`);
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(home, 'package.json'),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: join(folder, `${entry}.d.ts`),
      compiler: { tsconfigFilePath: join(folder, 'tsconfig.json') },
      apiReport: { enabled: false },
      docModel: { enabled: true, apiJsonFilePath: apiJson },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
        compilerMessageReporting: silent,
      },
    },
  });
  Extractor.invoke(config, { localBuild: true, messageCallback: (message) => void (message.handled = true) });
  const model = JSON.parse(readFileSync(apiJson, 'utf8')) as { members: [{ members: ApiItem[] }] };
  return model.members[0].members;
}

const folder = mkdtempSync(join(tmpdir(), 'mock-exchange-api-'));
try {
  execFileSync(join(root, 'node_modules/.bin/tsdown'), ['--out-dir', folder], { cwd: home, stdio: 'ignore' });
  const compilerOptions = {
    module: 'nodenext',
    target: 'esnext',
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['index.d.ts', 'vitest.d.ts'] }),
  );
  const items = Object.entries(entries).map(([name, entry]) => [name, itemsOf(folder, entry)] as const);
  const title = 'What `@cutover/mock-exchange` exports. [The guide](test-authors.md) says what for.';
  writeFileSync(join(home, 'docs/api.md'), renderApi(title, Object.fromEntries(items)));
} finally {
  rmSync(folder, { recursive: true });
}

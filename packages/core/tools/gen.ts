import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '../src/cmdlets.ts';
import { cmdletPage, indexPage } from './cmdlet-page.ts';
import { metadataModule, metadataOf, namesModule } from './metadata-module.ts';
import { requestSchemas } from './request-schemas.ts';

/** What `pnpm gen` writes, by path from the root of the repository. */
export function generatedFiles(): Map<string, string> {
  const files = new Map([
    ['packages/core/src/generated/metadata.ts', metadataModule(definitions)],
    ['packages/core/src/generated/names.ts', namesModule(definitions)],
    ['packages/core/src/generated/request-schemas.json', requestSchemas(definitions)],
  ]);
  files.set('docs/cmdlets/README.md', indexPage(definitions.map(metadataOf)));
  for (const definition of definitions) {
    files.set(`docs/cmdlets/${definition.name.toLowerCase()}.md`, cmdletPage(metadataOf(definition)));
  }
  return files;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../../..');
  for (const [path, text] of generatedFiles()) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

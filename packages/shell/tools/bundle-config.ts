import { join } from 'node:path';
import type { InlineConfig } from 'tsdown';
import { lazyChunks } from './lazy-chunks.ts';
import { shelfLabels } from './shelf-labels.ts';

const inlined = [
  '@cutover/powershell',
  '@cutover/powershell/node',
  '@cutover/powershell/values',
  '@cutover/core/metadata',
];

/** How the programs of the command are made: CommonJS, which is what Node starts fastest, in chunks. */
export const bundleConfig = (chunkOf: (id: string) => string | null): InlineConfig => ({
  cwd: join(import.meta.dirname, '..'),
  config: false,
  deps: { alwaysBundle: inlined, onlyBundle: false },
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  dts: false,
  format: 'cjs',
  logLevel: 'error',
  minify: true,
  plugins: [shelfLabels, lazyChunks],
  // Comments say where a module begins, to who looks for hot ones; the minifier takes them out.
  inputOptions: { preserveEntrySignatures: 'allow-extension', experimental: { attachDebugInfo: 'simple' } },
  outputOptions: {
    chunkFileNames: '[name].cjs',
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'chunks', name: chunkOf }] },
  },
});

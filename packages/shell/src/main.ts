import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { start } from './start.ts';

const isSource = extname(import.meta.url) === '.ts';

void start(process.argv.slice(2), {
  world: new URL(isSource ? './world/world-main.ts' : './world.cjs', import.meta.url),
  version: () => {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    return (JSON.parse(manifest) as { version: string }).version;
  },
}).then((code) => {
  process.exitCode = code & 0xff;
});

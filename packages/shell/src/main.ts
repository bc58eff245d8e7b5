import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from './start.ts';

export { warmUp } from './warm-up.ts';

const folder = import.meta.dirname;
const isSource = import.meta.filename.endsWith('.ts');

void start(process.argv.slice(2), {
  world: () => join(folder, isSource ? 'world/world-main.ts' : 'world.cjs'),
  version: () => {
    const manifest = readFileSync(join(folder, isSource ? '..' : '../..', 'package.json'), 'utf8');
    return (JSON.parse(manifest) as { version: string }).version;
  },
}).then((code) => {
  process.exitCode = code & 0xff;
});

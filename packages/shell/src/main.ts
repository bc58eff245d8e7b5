import { readFileSync } from 'node:fs';

// Nothing else is loaded for a question as small as this one.
const isVersion = /^(?:-v|-version|--version)$/i;

if (process.argv.length === 3 && isVersion.test(process.argv[2]!)) {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  process.stdout.write(`cutover ${(JSON.parse(manifest) as { version: string }).version}\n`);
} else {
  const { start } = await import('./start.ts');
  process.exitCode = await start(process.argv.slice(2));
}

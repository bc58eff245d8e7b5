import { parseArgs } from 'node:util';
import { fuzzScripts, printScriptReport } from './fuzz-scripts.ts';

const { values } = parseArgs({
  options: {
    run: { type: 'string', default: '20000' },
    parse: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
  },
});
for (const kind of ['parse', 'run'] as const) {
  const report = await fuzzScripts({ kind, count: Number(values[kind]), seed: Number(values.seed) });
  process.stdout.write(`${kind}: ${printScriptReport(report)}`);
  if (report.defects.length > 0) process.exitCode = 1;
}

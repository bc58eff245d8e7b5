import { parseArgs } from 'node:util';
import { defectsOf, fuzz, printReport } from './fuzz.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
let told = 0;
const report = await fuzz({
  count: Number(values.count),
  seed: Number(values.seed),
  progress: (sent) => {
    if (sent - told >= 10_000) process.stderr.write(`${(told = sent)} sent\n`);
  },
});
process.stdout.write(printReport(report));
const defects = defectsOf(report);
if (defects.length > 0) {
  process.stderr.write(`${defects.length} defects, the first: ${defects[0]}\n`);
  process.exitCode = 1;
}

import { parseArgs } from 'node:util';
import { seededRandom } from '@cutover/base';
import { compareShells } from './compare-shells.ts';
import { makeExpression } from './make-expression.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    pwsh: { type: 'string', default: 'pwsh' },
  },
});
const random = seededRandom(Number(values.seed));
const expressions = Array.from({ length: Number(values.count) }, () => makeExpression(random));
const ours = `${import.meta.dirname}/../../../node_modules/.bin/cutover`;
const differences = compareShells(expressions, { theirs: values.pwsh, ours });
for (const each of differences)
  process.stdout.write(`${each.expression}\n  PowerShell  ${each.theirs}\n  cutover     ${each.ours}\n`);
process.stdout.write(`${expressions.length - differences.length} of ${expressions.length} are answered alike\n`);

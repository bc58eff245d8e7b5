// Runs the command of a folder and writes which functions of its core were called after it was loaded.
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { join } = require('node:path');

const [, , folder, output, ...argv] = process.argv;
process.argv.splice(1, process.argv.length, join(folder, 'command.cjs'), ...argv);
const core = join(folder, 'core.cjs');
require(core);
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
process.on('exit', () => {
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
    const found = result.find(({ url }) => url.endsWith('/core.cjs'));
    writeFileSync(output, JSON.stringify(found.functions.slice(1)));
  });
});
require(join(folder, 'command.cjs'));

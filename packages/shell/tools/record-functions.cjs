// Runs the command of a folder and writes which functions of its core were called after it was loaded, and which chunks were.
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const paths = require('node:path');

const [, , folder, output, ...argv] = process.argv;
process.argv.splice(1, process.argv.length, paths.join(folder, 'command.cjs'), ...argv);
const core = paths.join(folder, 'core.cjs');
require(core);
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
process.on('exit', () => {
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
    const found = result.find(({ url }) => url.endsWith('/core.cjs'));
    const chunks = Object.keys(require.cache).map((path) => paths.basename(path, '.cjs'));
    writeFileSync(output, JSON.stringify({ functions: found.functions.slice(1), chunks }));
  });
});
require(paths.join(folder, 'command.cjs'));

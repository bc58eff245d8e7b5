// For a checkout: the command's one file is as new as what it is made of.
const { readdirSync, statSync } = require('node:fs');
const paths = require('node:path');

const packages = paths.join(__dirname, '../..');
const sources = ['base', 'core', 'powershell', 'shell'].map((name) => paths.join(packages, name, 'src'));
const isProgram = (name) => name.endsWith('.ts') && !name.endsWith('.test.ts');

/** Whether something below a folder was changed after a time. */
function hasNewer(folder, time) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = paths.join(folder, entry.name);
    return entry.isDirectory() ? hasNewer(path, time) : isProgram(entry.name) && statSync(path).mtimeMs > time;
  });
}

exports.freshen = (bundle) => {
  const made = statSync(bundle, { throwIfNoEntry: false });
  if (made && !sources.some((folder) => hasNewer(folder, made.mtimeMs))) return;
  require('node:child_process').execFileSync(process.execPath, [paths.join(__dirname, 'bundle.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

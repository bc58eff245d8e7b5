// For a checkout: the command is as new as what it is made of.
const { readdirSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const paths = require('node:path');

const packages = paths.join(__dirname, '../..');
const sources = ['base/src', 'core/src', 'powershell/src', 'shell/src', 'shell/tools'];
const isProgram = (name) => /\.(?:ts|cjs|json)$/.test(name) && !name.endsWith('.test.ts');

/** Looking takes as long as a third of a start: commands that follow each other at once need not look each time. */
const trust = 1000;

/** Whether something below a folder was changed after a time. */
function hasNewer(folder, time) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = paths.join(folder, entry.name);
    return entry.isDirectory() ? hasNewer(path, time) : isProgram(entry.name) && statSync(path).mtimeMs > time;
  });
}

/** When a file was changed; 0 where there is none. */
const timeOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

exports.freshen = (dist) => {
  const made = timeOf(paths.join(dist, 'command'));
  const looked = paths.join(dist, 'looked');
  const now = new Date();
  if (made > 0 && now - timeOf(looked) < trust) return;
  if (made === 0 || sources.some((folder) => hasNewer(paths.join(packages, folder), made))) {
    require('node:child_process').execFileSync(process.execPath, [paths.join(__dirname, 'bundle.ts')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  writeFileSync(looked, '');
  utimesSync(looked, now, now);
};

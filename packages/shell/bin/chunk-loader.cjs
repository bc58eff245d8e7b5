// Runs the chunks of the command, each the expression of a function, from what V8 made of them before. Node's own compile cache keeps no function that was compiled when it was
// first called, which is most of a start.
const { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const paths = require('node:path');
const { Script, constants } = require('node:vm');

const day = 24 * 60 * 60 * 1000;

/**
 * Runs a program of a folder of chunks. The folder's name tells its content; with a cache, what V8 makes of the chunks is kept
 * there under that name, in the user's own folder, where nobody else can put code.
 */
exports.run = (folder, program, cache) => {
  const kept = cache && paths.join(cache, `${paths.basename(folder)}-${process.version}-${process.arch}`);
  const modules = new Map();
  const made = [];

  const load = (id) => {
    if (!id.startsWith('./')) return require(id);
    const known = modules.get(id);
    if (known) return known.exports;
    const name = id.slice(2);
    const module = { exports: {} };
    modules.set(id, module);
    compile(name).call(module.exports, module.exports, load, module, paths.join(folder, name), folder);
    return module.exports;
  };

  const compile = (name) => {
    const filename = paths.join(folder, name);
    const cachedData = kept && bytesOf(paths.join(kept, name));
    if (kept && !cachedData && modules.size === 1) setBaseline('--no-sparkplug');
    const code = readFileSync(filename, 'latin1');
    const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
    const script = new Script(code, { filename, cachedData, importModuleDynamically });
    if (kept && (!cachedData || script.cachedDataRejected)) made.push({ name, script });
    return script.runInThisContext();
  };

  if (kept) {
    process.once('exit', () => {
      if (made.length > 0) keep(kept, made, () => modules.get(`./${program}`).exports.warmUp?.());
    });
  }
  return load(`./${program}`);
};

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * V8 notes at functions that they deserved its baseline compiler, and would compile some hundreds of them at each later start before they
 * run: a run that nothing was kept for does without. What is kept tells the flags at the time of its making, so they are set back before.
 */
function setBaseline(flag) {
  require('node:v8').setFlagsFromString(flag);
}

/** Keeps what V8 made of scripts: of functions, those that were called. */
function keep(folder, made, warmUp) {
  try {
    if (made.length > 1) warmUp();
    setBaseline('--sparkplug');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const { name, script } of made) {
      const own = paths.join(folder, `${name}.${process.pid}`);
      writeFileSync(own, script.createCachedData(), { mode: 0o600 });
      renameSync(own, paths.join(folder, name));
    }
    forgetOlder(paths.dirname(folder));
  } catch {
    // A home that cannot be written to has no cache.
  }
}

/** What other versions left. */
function forgetOlder(cache) {
  for (const name of readdirSync(cache)) {
    const path = paths.join(cache, name);
    if (name.startsWith('parts-') && new Date() - statSync(path).mtimeMs > 30 * day) rmSync(path, { recursive: true });
  }
}

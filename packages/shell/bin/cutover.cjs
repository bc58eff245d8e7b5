#!/usr/bin/env node
// Plain JavaScript of the oldest syntax in use, so that an old Node can say what is missing.
var major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write('cutover needs Node 24 or newer; this is Node ' + process.versions.node + '.\n');
  process.exit(1);
}
process.removeAllListeners('warning');
// What was compiled once is not compiled again: that is half of the start. It is kept in the user's own cache, where
// nobody else can put code; the service that is started finds it there too.
var env = process.env;
var home = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && env.HOME + '/.cache');
if (home && !env.NODE_COMPILE_CACHE) env.NODE_COMPILE_CACHE = home + '/cutover';
if (env.NODE_COMPILE_CACHE) require('node:module').enableCompileCache(env.NODE_COMPILE_CACHE);
// One file starts in a third of the time of some hundreds. In a checkout it is made again when a source is newer.
var bundle = __dirname + '/../dist/command.cjs';
if (require('node:fs').existsSync(__dirname + '/../src')) require('../tools/fresh-bundle.cjs').freshen(bundle);
require(bundle);

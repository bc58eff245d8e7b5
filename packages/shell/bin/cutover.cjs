#!/usr/bin/env node
// Plain JavaScript of the oldest syntax in use, so that an old Node can say what is missing.
var major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write('cutover needs Node 24 or newer; this is Node ' + process.versions.node + '.\n');
  process.exit(1);
}
process.removeAllListeners('warning');
// What was compiled once is not compiled again. The threads and the service that are started find Node's own cache there too.
var env = process.env;
var home = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && env.HOME + '/.cache');
var cache = home && home + '/cutover';
if (cache && !env.NODE_COMPILE_CACHE) env.NODE_COMPILE_CACHE = cache;
var fs = require('node:fs');
var dist = __dirname + '/../dist/';
// In a checkout the program is made again when a source is newer.
if (fs.existsSync(__dirname + '/../src')) require('../tools/fresh-bundle.cjs').freshen(dist);
require('./chunk-loader.cjs').run(dist + fs.readFileSync(dist + 'command', 'latin1'), 'command.cjs', cache);

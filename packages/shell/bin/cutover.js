#!/usr/bin/env node
// Plain JavaScript of the oldest syntax in use, so that an old Node can say what is missing.
var major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write('cutover needs Node 24 or newer; this is Node ' + process.versions.node + '.\n');
  process.exit(1);
}
process.removeAllListeners('warning');
// What was compiled once is not compiled again: that is two thirds of the start. It is kept in the user's own cache, where
// nobody else can put code; the service that is started finds it there too.
var env = process.env;
var home = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && env.HOME + '/.cache');
if (home && !env.NODE_COMPILE_CACHE) env.NODE_COMPILE_CACHE = home + '/cutover';
void import('node:module').then(function (module) {
  if (env.NODE_COMPILE_CACHE) module.enableCompileCache(env.NODE_COMPILE_CACHE);
  return import('../src/main.ts');
});

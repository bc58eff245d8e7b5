#!/usr/bin/env node
// Plain JavaScript of the oldest syntax in use, so that an old Node can say what is missing.
var major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write('cutover needs Node 24 or newer; this is Node ' + process.versions.node + '.\n');
  process.exit(1);
}
process.removeAllListeners('warning');
// What was compiled once is not compiled again: that is two thirds of the start.
void import('node:module').then(function (module) {
  module.enableCompileCache();
  return import('../src/main.ts');
});

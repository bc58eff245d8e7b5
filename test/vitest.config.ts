import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const all = [
  'packages/*/src/**/*.test.ts',
  'packages/*/tools/**/*.test.ts',
  'test/**/*.test.ts',
  'examples/**/*.test.ts',
];
/** They change the process they run in, as its time zone; the others share one a core, which reads the modules once for them. */
const changing = ['test/golden/**/*.test.ts'];
/** They measure time, so that nothing else may run beside them. */
const timed = ['test/bench/**/*.test.ts', 'test/foreign/interrupts.test.ts'];

// The processes and threads that tests start run sources that were compiled before.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    setupFiles: ['test/support/fail-on-console.ts'],
    // Threads end a run of this size with a segmentation fault now and then (decision 227).
    pool: 'forks',
    // The default leaves a core to Vitest itself, which has little to do: of two that is half the machine.
    maxWorkers: '100%',
    // A busy machine takes its time; a test that waits in vain fails all the same.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'changing', include: changing } },
      { extends: true, test: { name: 'timed', include: timed, maxWorkers: 1 } },
      {
        extends: true,
        test: {
          name: 'sharing',
          include: all,
          exclude: [...changing, ...timed, '**/node_modules/**'],
          isolate: false,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** Packages whose tests leave nothing behind: they share a worker, which reads the modules once for all of them. */
const pure = [
  'base',
  'content',
  'core',
  'imap',
  'migration',
  'mock-exchange',
  'outlook-anywhere',
  'powershell',
  'wire',
];

// The processes and threads that tests start run sources that were compiled before.
process.env['NODE_COMPILE_CACHE'] ??= new URL('../node_modules/.cache/compiled', import.meta.url).pathname;

const ofPure = pure.flatMap((name) => [`packages/${name}/src/**/*.test.ts`, `packages/${name}/tools/**/*.test.ts`]);

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    setupFiles: ['test/support/fail-on-console.ts'],
    // Threads end a run of this size with a segmentation fault now and then (decision 227).
    pool: 'forks',
    // The default leaves a core to Vitest itself, which has little to do: of two that is half the machine.
    maxWorkers: '100%',
    testTimeout: 20_000,
    // A busy machine takes its time; a test that waits in vain fails all the same.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'pure', include: ofPure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/tools/**/*.test.ts',
            'test/**/*.test.ts',
            'examples/**/*.test.ts',
          ],
          exclude: [...ofPure, '**/node_modules/**'],
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/tools/**/*.test.ts',
      'test/**/*.test.ts',
      'examples/**/*.test.ts',
    ],
    setupFiles: ['test/support/fail-on-console.ts'],
    pool: 'threads',
    testTimeout: 20_000,
    // A busy machine takes its time; a test that waits in vain fails all the same.
    expect: { poll: { timeout: 10_000 } },
  },
});

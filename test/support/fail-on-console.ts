import { afterEach, beforeEach, expect, vi } from 'vitest';

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;

// A library that writes to the console in a test would write to its user's terminal as well.
beforeEach(() => {
  for (const method of methods) vi.spyOn(console, method);
});

afterEach(() => {
  for (const method of methods) {
    expect(console[method], `console.${method} was called in a test`).not.toHaveBeenCalled();
    vi.mocked(console[method]).mockRestore();
  }
});

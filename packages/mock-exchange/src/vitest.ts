import { test, type TestAPI } from 'vitest';
import { MockExchange } from './mock-exchange.ts';
import type { MockExchangeOptions } from './options.ts';

/** What a test is given. */
export interface ExchangeFixtures {
  /** A server of the test's own: a fork of one that the file's tests share, with a journal. */
  readonly exchange: MockExchange;
}

interface SharedFixtures extends ExchangeFixtures {
  readonly sharedExchange: MockExchange;
}

/**
 * Makes vitest's `test` with `{ exchange }`: `const test = exchangeTest({ seed })`. Each test changes its own server only,
 * so tests may run at once. Of a test that fails, the faults and the journal of its server are shown with the failure.
 */
export function exchangeTest(options: MockExchangeOptions = {}): TestAPI<ExchangeFixtures> {
  return test.extend<SharedFixtures>({
    sharedExchange: [
      // oxlint-disable-next-line no-empty-pattern -- vitest reads from the pattern which fixtures are needed.
      async ({}, use) => {
        await using shared = await MockExchange.start({ ...options, journal: true });
        await use(shared);
      },
      { scope: 'file' },
    ],
    exchange: async ({ sharedExchange, onTestFailed }, use) => {
      const exchange = await sharedExchange.fork();
      onTestFailed(({ task }) => explain(task.result?.errors, String(exchange)));
      await use(exchange);
      await exchange.close();
    },
  });
}

/** Says behind the failure what the server did: its faults, and what was asked of it. */
function explain(errors: { message: string; stack?: string }[] | undefined, told: string): void {
  const [error] = errors ?? [];
  if (error === undefined) return;
  error.message += `\n\n${told}`;
}

import type { BackendMessage } from '@cutover/core/metadata';
import { expect, test } from 'vitest';
import { organisationName } from './organisation-name.ts';

test('the organisation is told while there is a connection, and kept while nobody answers', () => {
  let time = 0;
  let took = 5;
  let messages: BackendMessage[] = [{ kind: 'record', record: { Organization: 'contoso.onmicrosoft.com' } }];
  const nameOf = organisationName({ now: () => time });
  const ask = (): string | undefined =>
    nameOf({
      invoke: () => {
        time += took;
        return messages;
      },
    });
  expect(ask()).toBe('contoso.onmicrosoft.com');
  [messages, took] = [[], 200];
  expect(ask()).toBe('contoso.onmicrosoft.com');
  took = 5;
  expect(ask()).toBeUndefined();
});

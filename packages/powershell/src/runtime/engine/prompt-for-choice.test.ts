import { expect, test } from 'vitest';
import { promptForChoice } from './prompt-for-choice.ts';

const choices = [
  { label: '&Yes', help: 'Go on.' },
  { label: 'No to &All', help: 'Leave everything.' },
];

function choose(answers: readonly string[], preset?: number) {
  const left = [...answers];
  let shown = '';
  const host = {
    write: (text: string) => void (shown += text),
    writeError: () => undefined,
    width: 80,
    prompts: {
      readLine: ({ text }: { text: string }) => {
        shown += text;
        return left.shift();
      },
    },
  };
  const prompt = { caption: 'Confirm', message: 'Sure?', choices, ...(preset === undefined ? {} : { preset }) };
  return { run: () => promptForChoice(host, prompt), shown: () => shown };
}

test('asks until a choice is named by its letter or its name', () => {
  expect(choose(['x', 'a']).run()).toBe(1);
  expect(choose(['no to all']).run()).toBe(1);
  expect(choose(['', 'Y']).run()).toBe(0);
  expect(choose([''], 1).run()).toBe(1);
});

test('shows the question as the original does, and help', () => {
  const { run, shown } = choose(['?', ''], 0);
  run();
  expect(shown()).toMatchInlineSnapshot(`
    "
    Confirm
    Sure?
    [Y] Yes  [A] No to All  [?] Help (default is "Y"): Y - Go on.
    A - Leave everything.
    [Y] Yes  [A] No to All  [?] Help (default is "Y"): "
  `);
});

test('nobody there is an error', () => {
  expect(() => choose([]).run()).toThrow('NonInteractive');
});

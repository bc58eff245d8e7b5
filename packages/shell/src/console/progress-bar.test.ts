import { expect, test } from 'vitest';
import { progressBar, progressText } from './progress-bar.ts';

test('an activity is a bar, cut to the width', () => {
  const progress = { id: 0, activity: 'Syncing', status: '5 of 20', percentComplete: 25, secondsRemaining: 9 };
  expect(progressText(progress, 80)).toBe('Syncing [#####               ] 25 % 5 of 20 9 s left');
  expect(progressText(progress, 10)).toBe('Syncing [#');
  expect(progressText({ id: 0, activity: 'Waiting', status: '' }, 80)).toBe('Waiting');
});

test('activities replace themselves, and go when they are completed', () => {
  let written = '';
  const bar = progressBar({ write: (text) => void (written += text), width: () => 40 });
  bar.show({ id: 1, activity: 'One', status: '' });
  bar.show({ id: 2, activity: 'Two', status: '' });
  written = '';
  bar.show({ id: 1, activity: 'One', status: '', completed: true });
  expect(written).toBe('\r\u001B[K\u001B[1A\u001B[KTwo');
  bar.hide();
  written = '';
  bar.hide();
  expect(written).toBe('');
});

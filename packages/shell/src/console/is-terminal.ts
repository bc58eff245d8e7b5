import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Whether a person is at a standard stream. Only a device can be a terminal: node:tty takes its time to load. */
export function isTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && isatty(descriptor);
  } catch {
    return false;
  }
}

import { fstatSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Whether a person is at a standard stream. Only a device can be a terminal: node:tty takes its time to load. */
export function isTerminal(descriptor: number): boolean {
  try {
    const stream = fstatSync(descriptor);
    return stream.isCharacterDevice() && !isNothing(stream.rdev) && isatty(descriptor);
  } catch {
    return false;
  }
}

/** Whether a device is the one that swallows everything. */
const isNothing = (device: number): boolean => process.platform !== 'win32' && statSync('/dev/null').rdev === device;

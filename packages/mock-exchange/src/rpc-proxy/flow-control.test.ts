import { describe, expect, test } from 'vitest';
import { ReceiveWindow } from './receive-window.ts';
import { SendWindow } from './send-window.ts';

describe('SendWindow', () => {
  test('closes by what is sent and opens by what is acknowledged', () => {
    const window = new SendWindow(100);
    window.sent(70);
    expect([window.available, window.idle]).toEqual([30, false]);
    expect(window.acknowledge({ bytesReceived: 50, availableWindow: 100 })).toBe(true);
    expect(window.available).toBe(80);
    expect(window.acknowledge({ bytesReceived: 70, availableWindow: 40 })).toBe(true);
    expect([window.available, window.idle]).toEqual([40, true]);
  });

  test('more than was sent, or less than before, cannot have been received', () => {
    const window = new SendWindow(100);
    window.sent(70);
    expect(window.acknowledge({ bytesReceived: 71, availableWindow: 100 })).toBe(false);
    window.acknowledge({ bytesReceived: 70, availableWindow: 100 });
    expect(window.acknowledge({ bytesReceived: 69, availableWindow: 100 })).toBe(false);
  });

  test('the count wraps at 4 GiB', () => {
    const window = new SendWindow(100);
    window.sent(2 ** 32 - 10);
    expect(window.acknowledge({ bytesReceived: 2 ** 32 - 20, availableWindow: 100 })).toBe(true);
    window.sent(30);
    expect(window.acknowledge({ bytesReceived: 5, availableWindow: 100 })).toBe(true);
    expect(window.available).toBe(85);
  });
});

describe('ReceiveWindow', () => {
  test('an acknowledgment is due when enough has been taken', () => {
    const window = new ReceiveWindow({ size: 100, acknowledgeEvery: 50 });
    expect(window.receive(60)).toBe(true);
    expect(window.consume(49)).toBeUndefined();
    expect(window.consume(11)).toEqual({ bytesReceived: 60, availableWindow: 100 });
    expect(window.consume(49)).toBeUndefined();
  });

  test('a sender that goes beyond its window is noticed', () => {
    const window = new ReceiveWindow({ size: 100, acknowledgeEvery: 50 });
    expect(window.receive(100)).toBe(true);
    expect(window.receive(1)).toBe(false);
  });
});

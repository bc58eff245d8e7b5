import { describe, expect, test } from 'vitest';
import { echo, echoCommand, readEcho } from './echo.ts';

const request = { address: '192.0.2.7', size: 32, hops: 5, unfragmented: true, timeout: 1500 };

/** Texts of the programs themselves. */
const texts = {
  iputils: `PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.
64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.033 ms

--- 127.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.033/0.033/0.033/0.000 ms`,
  busybox: `PING ::1 (::1): 32 data bytes
40 bytes from ::1: seq=0 ttl=64 time=0.061 ms`,
  windows: `Ping wird ausgeführt für 192.0.2.7 mit 32 Bytes Daten:
Antwort von 192.0.2.7: Bytes=32 Zeit<1ms TTL=128`,
  router: `PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
From 192.0.2.1 icmp_seq=1 Time to live exceeded

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms`,
  'ping on macOS': `PING 192.0.2.9 (192.0.2.9): 32 data bytes

--- 192.0.2.9 ping statistics ---
1 packets transmitted, 0 packets received, 100.0% packet loss`,
  tooBig: `PING 192.0.2.9 (192.0.2.9) 9000(9028) bytes of data.
ping: local error: message too long, mtu=1500`,
  noRoute: 'ping: connect: Network is unreachable',
};

test.each<[keyof typeof texts, string, string, number]>([
  ['iputils', 'Success', '127.0.0.1', 0.033],
  ['busybox', 'Success', '::1', 0.061],
  ['windows', 'Success', '192.0.2.7', 1],
  ['router', 'TtlExpired', '192.0.2.1', 0],
  ['ping on macOS', 'TimedOut', '', 0],
  ['tooBig', 'PacketTooBig', '', 0],
  ['noRoute', 'DestinationNetworkUnreachable', '', 0],
])('reads what %s says', (name, status, address, milliseconds) => {
  expect(readEcho(texts[name], address)).toEqual({ status, address, milliseconds });
});

describe('asks the program of each system', () => {
  test.each([
    ['linux', 'ping -n -c 1 -W 2 -s 32 -t 5 -M do 192.0.2.7'],
    ['darwin', 'ping -n -c 1 -s 32 -W 1500 -m 5 -D 192.0.2.7'],
    ['win32', 'ping -n 1 -w 1500 -l 32 -i 5 -f 192.0.2.7'],
  ] as const)('%s', (platform, command) => {
    expect(echoCommand(request, platform).join(' ')).toBe(command);
  });
});

test('asks this machine itself, or says what is missing', async () => {
  const asked = echo({ ...request, address: '127.0.0.1', unfragmented: false }, new AbortController().signal);
  const answer = await asked.catch((error: Error) => error.message);
  if (typeof answer === 'string') return expect(answer).toBe("The system's ping utility could not be found.");
  expect(['Success', 'TimedOut']).toContain(answer.status);
});

import type { Host } from './host.ts';
import type { Watch } from './watch.ts';

/** The host, with everything that is shown counted against the limit of output. */
export function limitedHost(host: Host, watch: Watch): Host {
  return Object.create(host, {
    write: {
      value: (text: string) => {
        watch.shown(text.length);
        host.write(text);
      },
    },
    writeError: {
      value: (text: string) => {
        watch.shown(text.length);
        host.writeError(text);
      },
    },
  }) as Host;
}

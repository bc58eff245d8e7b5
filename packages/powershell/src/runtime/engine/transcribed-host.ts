import type { Host } from './host.ts';

/** Takes what the screen shows. */
export type Transcript = (text: string) => void;

const transcripts = new WeakMap<Host, Set<Transcript>>();

/** The host, with everything that is shown told to the transcripts that are running. */
export function transcribedHost(host: Host): Host {
  const running = new Set<Transcript>();
  const tell = (text: string): void => {
    for (const transcript of running) transcript(text);
  };
  const transcribed = Object.create(host, {
    write: {
      value: (text: string) => {
        if (running.size > 0) tell(text);
        host.write(text);
      },
    },
    writeError: {
      value: (text: string) => {
        if (running.size > 0) tell(text);
        host.writeError(text);
      },
    },
  }) as Host;
  transcripts.set(transcribed, running);
  return transcribed;
}

/** The transcripts of a session's host; none can run on a host that does not tell them. */
export const transcriptsOf = (host: Host): Set<Transcript> | undefined => transcripts.get(host);

import type { Cmdlet } from '../runtime/engine/command.ts';
import { toText } from '../runtime/values/to-text.ts';

interface MessageStream {
  readonly name: string;
  readonly prefix: string;
  readonly preference: string;
  /** The common parameter that shows the message whatever the preference. */
  readonly parameter: string;
}

const streams: readonly MessageStream[] = [
  { name: 'Write-Warning', prefix: 'WARNING: ', preference: 'WarningPreference', parameter: 'warningaction' },
  { name: 'Write-Verbose', prefix: 'VERBOSE: ', preference: 'VerbosePreference', parameter: 'verbose' },
  { name: 'Write-Debug', prefix: 'DEBUG: ', preference: 'DebugPreference', parameter: 'debug' },
  { name: 'Write-Information', prefix: '', preference: 'InformationPreference', parameter: 'informationaction' },
];

const writer = ({ name, prefix, preference, parameter }: MessageStream): Cmdlet => ({
  kind: 'cmdlet',
  name,
  parameters: [{ name: 'Message', aliases: ['Msg', 'MessageData'], position: 0, pipeline: 'value' }],
  create: ({ session, common, parameters }) => ({
    process: () => {
      const wanted = common.has(parameter) ? toText(common.get(parameter)) : session.preference(preference);
      if (/^(continue|true)$/i.test(wanted)) session.host.write(`${prefix}${toText(parameters['Message'])}\n`);
    },
  }),
});

/** Write-Warning, Write-Verbose, Write-Debug and Write-Information. */
export const writeMessages: readonly Cmdlet[] = streams.map(writer);

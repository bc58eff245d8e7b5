import { hostname, userInfo } from 'node:os';
import type { FileWriter } from '../../host/files.ts';
import { formatDateTime } from '../../dotnet/index.ts';
import { defineRecords } from '../../providers/define-records.ts';
import { joinPath } from '../../providers/path-text.ts';
import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Session } from '../../runtime/engine/session.ts';
import { type Transcript, transcriptsOf } from '../../runtime/engine/transcribed-host.ts';
import { newGuidText } from '../../runtime/values/running-session.ts';
import { drivesFor } from '../files/item-paths.ts';
import { openTextFile } from '../files/out-file.ts';
import { textEncoding } from '../files/text-encoding.ts';
import { now } from '../time/now.ts';

const record = defineRecords({
  InvalidOperation: {
    category: 'InvalidOperation',
    exception: 'Management.PSInvalidOperationException',
    text: 'An error occurred stopping transcription: The host is not currently transcribing.',
  },
});

interface Running {
  readonly path: string;
  readonly file: FileWriter;
  readonly transcript: Transcript;
}

/** The last one that was started is stopped first. */
const running = new WeakMap<Session, Running[]>();

const line = '**********************';
const module = 'Microsoft.PowerShell.Host';

export const startTranscript: Cmdlet = {
  kind: 'cmdlet',
  name: 'Start-Transcript',
  module,
  implementingType: 'Microsoft.PowerShell.Commands.StartTranscriptCommand',
  defaultSet: 'ByPath',
  confirms: 'Medium',
  parameters: [
    { name: 'Path', type: 'String', sets: { ByPath: { position: 0 } } },
    { name: 'LiteralPath', type: 'String', aliases: ['PSPath', 'LP'], sets: { ByLiteralPath: { position: 0 } } },
    { name: 'OutputDirectory', type: 'String', sets: { ByOutputDirectory: { position: 0 } } },
    { name: 'Append', type: 'SwitchParameter' },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'NoClobber', type: 'SwitchParameter', aliases: ['NoOverwrite'] },
    { name: 'IncludeInvocationHeader', type: 'SwitchParameter', unsupported: true },
    { name: 'UseMinimalHeader', type: 'SwitchParameter' },
  ],
  create: (context) => ({ process: () => start(context) }),
};

function start(context: CommandContext): void {
  const { session, host, out } = context;
  const path = pathOf(context);
  const file = openTextFile(context, path);
  if (!file) return;
  const encoding = textEncoding(undefined);
  const transcript = (text: string): void => file.write(encoding.encode(text));
  transcript(`${header(context).join('\n')}\n`);
  transcriptsOf(host)?.add(transcript);
  running.set(session, [...(running.get(session) ?? []), { path, file, transcript }]);
  out.write(`Transcript started, output file is ${path}`);
}

function pathOf(context: CommandContext): string {
  const { parameters, session } = context;
  const given = textOf(parameters, 'Path') ?? textOf(parameters, 'LiteralPath');
  if (given !== undefined) return given;
  const folder = textOf(parameters, 'OutputDirectory') ?? drivesFor(context).fileSystem.homeFolder ?? '.';
  const time = formatDateTime(now(session), 'yyyyMMddHHmmss');
  return joinPath(folder, `PowerShell_transcript.${hostname()}.${newGuidText().slice(0, 8)}.${time}.txt`);
}

function header(context: CommandContext): readonly string[] {
  const time = formatDateTime(now(context.session), 'yyyyMMddHHmmss');
  const first = [line, 'PowerShell transcript start', `Start time: ${time}`];
  if (switchOf(context.parameters, 'UseMinimalHeader')) return [...first, line];
  const { username } = userInfo();
  return [
    ...first,
    `Username: ${username}`,
    `RunAs User: ${username}`,
    `Machine: ${hostname()}`,
    `Process ID: ${process.pid}`,
    line,
  ];
}

export const stopTranscript: Cmdlet = {
  kind: 'cmdlet',
  name: 'Stop-Transcript',
  module,
  implementingType: 'Microsoft.PowerShell.Commands.StopTranscriptCommand',
  confirms: 'Medium',
  parameters: [],
  create: (context) => ({
    process: () => {
      const { session, host, out } = context;
      const last = running.get(session)?.pop();
      if (!last) return context.throwTerminating(record('InvalidOperation'));
      transcriptsOf(host)?.delete(last.transcript);
      const time = formatDateTime(now(session), 'yyyyMMddHHmmss');
      last.transcript(`${[line, 'PowerShell transcript end', `End time: ${time}`, line].join('\n')}\n`);
      last.file.close();
      out.write(`Transcript stopped, output file is ${last.path}`);
    },
  }),
};

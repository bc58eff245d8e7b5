import { defineRecords } from '../../providers/define-records.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { switchOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import { drivesFor } from '../files/item-paths.ts';
import { findProgram } from './program-of.ts';

const record = defineRecords({
  NoClipboard: {
    category: 'NotImplemented',
    exception: 'Management.PSNotSupportedException',
    text: 'This machine has no clipboard program: install wl-clipboard, xclip or xsel.',
  },
  ClipboardFailed: {
    category: 'InvalidOperation',
    exception: 'System.InvalidOperationException',
    text: 'The clipboard could not be used: {0}',
  },
});

interface ClipboardProgram {
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/** Programs of Wayland, X and macOS: what they are called with to give the text and to take it. */
const programs: readonly ClipboardProgram[] = [
  { read: ['wl-paste', '--no-newline'], write: ['wl-copy'] },
  { read: ['xclip', '-selection', 'clipboard', '-out'], write: ['xclip', '-selection', 'clipboard', '-in'] },
  { read: ['xsel', '--clipboard', '--output'], write: ['xsel', '--clipboard', '--input'] },
  { read: ['pbpaste'], write: ['pbcopy'] },
];

/** Runs the first program that is there; gives what it wrote. */
function call(context: CommandContext, use: keyof ClipboardProgram, input?: string): string {
  const { session, throwTerminating } = context;
  const [found] = programs.flatMap((program) => {
    const [name = '', ...args] = program[use];
    const path = findProgram(session, name);
    return path === undefined ? [] : [{ path, args }];
  });
  const { path, args } = found ?? throwTerminating(record('NoClipboard'));
  const environment = Object.fromEntries(session.environment.entries());
  const { folder } = drivesFor(context);
  const events = session.capabilities.processes!.run(
    { path, arguments: args, folder, environment, input },
    { errors: 'told' },
  );
  let [output, errors, code] = ['', '', 0];
  for (const event of events) {
    if (event.kind === 'exit') code = event.code;
    else if (event.kind === 'output') output += event.text;
    else errors += event.text;
  }
  return code === 0 ? output : throwTerminating(record('ClipboardFailed', [errors.trim() || String(code)]));
}

const module = 'Microsoft.PowerShell.Management';

export const getClipboard: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Clipboard',
  module,
  aliases: ['gcb'],
  implementingType: 'Microsoft.PowerShell.Commands.GetClipboardCommand',
  parameters: [
    { name: 'Raw', type: 'SwitchParameter' },
    { name: 'Delimiter', type: 'String[]' },
  ],
  create: (context) => ({
    end: () => {
      const text = call(context, 'read');
      if (switchOf(context.parameters, 'Raw')) return context.out.write(text);
      for (const line of pieces(text, textsOf(context.parameters, 'Delimiter') ?? ['\n'])) context.out.write(line);
    },
  }),
};

const pieces = (text: string, delimiters: readonly string[]): readonly string[] =>
  delimiters.reduce<readonly string[]>((parts, delimiter) => parts.flatMap((part) => part.split(delimiter)), [text]);

const escapeOfTerminals: ParameterSpec = {
  name: 'AsOSC52',
  type: 'SwitchParameter',
  aliases: ['ToLocalhost'],
  unsupported: true,
};

export const setClipboard: Cmdlet = {
  kind: 'cmdlet',
  name: 'Set-Clipboard',
  module,
  aliases: ['scb'],
  implementingType: 'Microsoft.PowerShell.Commands.SetClipboardCommand',
  confirms: 'Medium',
  parameters: [
    {
      name: 'Value',
      type: 'String[]',
      position: 0,
      mandatory: true,
      pipeline: 'both',
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    },
    { name: 'Append', type: 'SwitchParameter' },
    { name: 'PassThru', type: 'SwitchParameter' },
    escapeOfTerminals,
  ],
  create: (context) => set(context),
};

function set(context: CommandContext): Processor {
  const { parameters, out } = context;
  const lines: string[] = [];
  return {
    process: () => {
      const values = textsOf(parameters, 'Value') ?? [];
      lines.push(...values);
      if (switchOf(parameters, 'PassThru')) for (const value of values) out.write(value);
    },
    end: () => {
      const before = switchOf(parameters, 'Append') ? [call(context, 'read')] : [];
      const text = [...before, ...lines].join('\n');
      if (context.shouldProcess(text, 'Set Clipboard')) call(context, 'write', text);
    },
  };
}

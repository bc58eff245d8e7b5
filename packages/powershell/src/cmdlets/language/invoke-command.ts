import { listOfParameter, switchOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { runInScope } from '../../runtime/engine/run-in-scope.ts';
import { ScriptStage } from '../../runtime/engine/script-stage.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';
import { remoteParameters } from './remote-parameters.ts';

const inProcess = 'InProcess';

const parameters: readonly ParameterSpec[] = [
  {
    name: 'ScriptBlock',
    type: 'ScriptBlock',
    aliases: ['Command'],
    sets: { [inProcess]: { position: 0, mandatory: true } },
  },
  { name: 'NoNewScope', type: 'SwitchParameter', sets: { [inProcess]: {} } },
  { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  { name: 'ArgumentList', type: 'Object[]', aliases: ['Args'] },
  ...remoteParameters,
];

/** Runs a block here; other computers are out of reach. */
export const invokeCommand: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-Command',
  aliases: ['icm'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeCommandCommand',
  defaultSet: inProcess,
  parameters,
  create: ({ session, parameters: given, out, streams, hasInput }) => {
    const input: unknown[] = [];
    const run = () => {
      const block = given['ScriptBlock'];
      if (!(block instanceof ScriptBlock)) return;
      const args = listOfParameter(given, 'ArgumentList') ?? [];
      if (switchOf(given, 'NoNewScope')) return runInScope({ session, code: block.code, out, streams, args, input });
      // What is piped in is `$input` alone: a process block runs once, without it.
      const isRead = hasInput && !block.code.process;
      const stage = new ScriptStage({
        session,
        command: { kind: 'block', name: '', code: block.code, closure: block.closure },
        arguments: args.map((value) => ({ kind: 'value', value, start: 0, end: 0 })),
        out,
        streams,
        hasInput: isRead,
      });
      stage.begin();
      if (isRead) for (const item of input) stage.process(item);
      else stage.process(null);
      stage.end();
      stage.clean();
    };
    return { process: (item) => void (hasInput && input.push(item)), end: run };
  },
};

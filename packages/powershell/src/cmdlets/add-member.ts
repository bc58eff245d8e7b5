import type { Cmdlet } from '../runtime/engine/command.ts';
import { scriptError } from '../runtime/errors/script-error.ts';
import { type ExtendedMember, extend } from '../runtime/values/ps-object.ts';
import { ScriptBlock } from '../runtime/values/script-block.ts';
import { toText } from '../runtime/values/to-text.ts';

export const addMember: Cmdlet = {
  kind: 'cmdlet',
  name: 'Add-Member',
  parameters: [
    { name: 'MemberType', aliases: ['Type'], position: 0 },
    { name: 'Name', position: 1 },
    { name: 'Value', position: 2 },
    { name: 'SecondValue', position: 3 },
    { name: 'NotePropertyName' },
    { name: 'NotePropertyValue' },
    { name: 'InputObject', pipeline: 'value' },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'PassThru', type: 'SwitchParameter' },
  ],
  create: ({ parameters, out }) => ({
    process: () => {
      const target = parameters['InputObject'];
      if (typeof target === 'object' && target !== null) extend(target).set(memberOf(parameters));
      if (parameters['PassThru']) out.write(target);
    },
  }),
};

function memberOf(parameters: Readonly<Record<string, unknown>>): ExtendedMember {
  if (parameters['NotePropertyName'] !== undefined) {
    return {
      kind: 'note',
      name: toText(parameters['NotePropertyName']),
      value: parameters['NotePropertyValue'] ?? null,
    };
  }
  const { MemberType, Name, Value = null } = parameters;
  const [type, name] = [toText(MemberType).toLowerCase(), toText(Name)];
  if (type === 'noteproperty') return { kind: 'note', name, value: Value };
  if (type === 'aliasproperty') return { kind: 'alias', name, target: toText(Value) };
  if (Value instanceof ScriptBlock && type === 'scriptproperty') return { kind: 'script', name, getter: Value };
  if (Value instanceof ScriptBlock && type === 'scriptmethod') return { kind: 'method', name, script: Value };
  throw scriptError('ConvertToFinalInvalidCastException', [toText(MemberType), 'System.String', 'PSMemberTypes']);
}

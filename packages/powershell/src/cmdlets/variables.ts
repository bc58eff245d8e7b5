import type { Cmdlet } from '../runtime/engine/command.ts';
import type { Session } from '../runtime/engine/session.ts';
import type { Scope } from '../runtime/engine/scope.ts';
import type { VariableOption } from '../runtime/engine/variable.ts';
import { makeRecord, scriptError } from '../runtime/errors/script-error.ts';
import { listOf } from '../runtime/values/enumerate.ts';
import { toText } from '../runtime/values/to-text.ts';

/** The scope that `-Scope` names: by number outwards, or by word. */
function scopeNamed({ scope }: Session, given: unknown): Scope {
  const name = toText(given).toLowerCase();
  if (given === undefined || name === 'local') return scope;
  if (name === 'global') return scope.global;
  if (name === 'script') return scope.script;
  const found = scope.ancestor(Number(name));
  if (!found) throw scriptError('ScopeOutOfRange', [name]);
  return found;
}

const namesOf = (value: unknown): string[] => (listOf(value) ?? [value]).map((name) => toText(name));
const name = { name: 'Name', position: 0, mandatory: true } as const;

export const getVariable: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Variable',
  parameters: [name, { name: 'ValueOnly', type: 'SwitchParameter' }, { name: 'Scope' }],
  create: ({ session, parameters, out, writeError }) => ({
    process: () => {
      const scope = scopeNamed(session, parameters['Scope']);
      for (const each of namesOf(parameters['Name'])) {
        const key = each.toLowerCase();
        const variable = parameters['Scope'] === undefined ? scope.find(key) : scope.variables.get(key);
        if (variable) out.write(parameters['ValueOnly'] ? variable.value : variable);
        else writeError(makeRecord('VariableNotFound', [each], { target: each }));
      }
    },
  }),
};

function setVariableWith(verb: 'Set' | 'New'): Cmdlet {
  return {
    kind: 'cmdlet',
    name: `${verb}-Variable`,
    parameters: [
      name,
      { name: 'Value', position: 1, pipeline: 'value' },
      { name: 'Scope' },
      { name: 'Option' },
      { name: 'Description' },
      { name: 'Force', type: 'SwitchParameter' },
      { name: 'PassThru', type: 'SwitchParameter' },
    ],
    create: ({ session, parameters, out, writeError }) => ({
      process: () => {
        const scope = scopeNamed(session, parameters['Scope']);
        for (const each of namesOf(parameters['Name'])) {
          const existing = scope.variables.get(each.toLowerCase());
          if (existing && verb === 'New' && !parameters['Force']) {
            writeError(makeRecord('VariableAlreadyExists', [each], { target: each }));
            continue;
          }
          if (parameters['Force'] && existing && !existing.options.includes('Constant')) existing.options = [];
          const variable = scope.setLocal(each, parameters['Value'] ?? null);
          if (parameters['Option'] !== undefined) variable.options = optionsOf(parameters['Option']);
          if (parameters['PassThru']) out.write(variable);
        }
      },
    }),
  };
}

const known: readonly VariableOption[] = ['None', 'ReadOnly', 'Constant', 'Private', 'AllScope'];

function optionsOf(value: unknown): VariableOption[] {
  const given = toText(value).toLowerCase().split(/[ ,]+/);
  return known.filter((option) => option !== 'None' && given.includes(option.toLowerCase()));
}

export const setVariable = setVariableWith('Set');
export const newVariable = setVariableWith('New');

export const removeVariable: Cmdlet = {
  kind: 'cmdlet',
  name: 'Remove-Variable',
  parameters: [name, { name: 'Scope' }, { name: 'Force', type: 'SwitchParameter' }],
  create: ({ session, parameters, writeError }) => ({
    process: () => {
      const scope = scopeNamed(session, parameters['Scope']);
      for (const each of namesOf(parameters['Name'])) {
        const variable = scope.find(each.toLowerCase());
        if (!variable) writeError(makeRecord('VariableNotFound', [each], { target: each }));
        else if (variable.options.includes('Constant') || (variable.isReadOnly && !parameters['Force'])) {
          writeError(makeRecord('VariableNotRemovable', [each], { target: each }));
        } else scope.remove(each.toLowerCase());
      }
    },
  }),
};

import { listOfParameter, textOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { isScriptError } from '../runtime/errors/is-script-error.ts';
import { ScriptError } from '../runtime/errors/script-error.ts';
import { construct } from '../runtime/members/invoke-member.ts';
import { hasMember, setMember } from '../runtime/members/get-member.ts';
import type { DotNetType } from '../runtime/types/define-type.ts';
import { Dictionary } from '../runtime/values/dictionary.ts';
import { CustomObject } from '../runtime/values/ps-object.ts';
import { toText } from '../runtime/values/to-text.ts';
import { terminating } from './objects/object-errors.ts';
import { typeNamed } from './objects/type-named.ts';

const net = 'Net';
const com = 'Com';
const customObject = 'System.Management.Automation.PSObject';

export const newObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-Object',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.NewObjectCommand',
  defaultSet: net,
  parameters: [
    { name: 'TypeName', type: 'String', sets: { [net]: { position: 0, mandatory: true } } },
    { name: 'ComObject', type: 'String', sets: { [com]: { position: 0, mandatory: true } }, unsupported: true },
    { name: 'ArgumentList', type: 'Object[]', aliases: ['Args'], sets: { [net]: { position: 1 } } },
    { name: 'Strict', type: 'SwitchParameter', sets: { [com]: {} }, unsupported: true },
    { name: 'Property', type: 'System.Collections.IDictionary' },
  ],
  create: (context) => ({ process: () => context.out.write(make(context)) }),
};

function make(context: CommandContext): unknown {
  const { parameters: given, session } = context;
  const name = textOf(given, 'TypeName') ?? '';
  const type = typeNamed(session, name);
  if (!type) throw terminating('TypeNotFound', [name]);
  const args = listOfParameter(given, 'ArgumentList') ?? [];
  const made = type.name === customObject && args.length === 0 ? new CustomObject() : constructed(type, args, name);
  const { Property } = given;
  return Property instanceof Dictionary ? withProperties(made, Property) : made;
}

function constructed(type: DotNetType, args: readonly unknown[], name: string): unknown {
  try {
    return construct(type, args, { isNewObject: true });
  } catch (error) {
    if (!isScriptError(error)) throw error;
    const { record } = error;
    const hasNone = record.id === 'MethodNotFound' || (args.length === 0 && /CouldNotFindBest/.test(record.id));
    if (hasNone) throw terminating('CannotFindAppropriateCtor', [name]);
    record.id = 'ConstructorInvokedThrowException';
    record.category = 'InvalidOperation';
    throw new ScriptError(record);
  }
}

/** Sets the properties, or calls the methods, that the keys name. */
function withProperties(made: unknown, properties: Dictionary): unknown {
  for (const [key, value] of properties.pairs()) {
    const name = toText(key);
    if (made instanceof CustomObject) made.setNote(name, value);
    else if (hasMember(made, name)) setOne(made, name, value);
    else throw terminating('NewObjectMemberNotFound', [name]);
  }
  return made;
}

function setOne(made: unknown, name: string, value: unknown): void {
  try {
    setMember(made, name, value);
  } catch (error) {
    if (isScriptError(error)) throw terminating('NewObjectInvalidValue', [], { inner: error.record.exception });
    throw error;
  }
}

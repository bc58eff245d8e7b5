import { providerRecord } from '../../providers/provider-errors.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { Credential } from '../../runtime/values/credential.ts';

/** No provider takes one: `withoutCredential` says so. */
export const credential: ParameterSpec = { name: 'Credential', type: 'PSCredential', pipeline: 'property' };

/** A cmdlet of items that refuses credentials in the words of the file system. Source: CmdletProvider.Context. */
export function withoutCredential(cmdlet: Cmdlet): Cmdlet {
  if (cmdlet.parameters.every(({ name }) => name !== 'Credential')) return cmdlet;
  const create: Cmdlet['create'] = (context) => {
    const processor = cmdlet.create(context);
    return {
      begin: () => processor.begin?.(),
      process: (input) => {
        const { Credential: given } = context.parameters;
        const isNamed = given instanceof Credential && given.userName !== null;
        if (isNamed) context.throwTerminating(providerRecord('CredentialsNotSupported'));
        processor.process?.(input);
      },
      end: () => processor.end?.(),
    };
  };
  return { ...cmdlet, create };
}

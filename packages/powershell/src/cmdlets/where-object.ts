import type { Cmdlet } from '../runtime/engine/command.ts';
import { BlockInScope } from '../runtime/engine/call-block.ts';
import { getMember } from '../runtime/members/get-member.ts';
import { tests } from '../runtime/operators/comparisons.ts';
import { valueOrNull } from '../runtime/values/nothing.ts';
import { ScriptBlock } from '../runtime/values/script-block.ts';
import { toText } from '../runtime/values/to-text.ts';
import { isTrue } from '../runtime/values/truth.ts';

export const whereObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Where-Object',
  parameters: [
    { name: 'FilterScript', aliases: ['Property'], position: 0, mandatory: true },
    { name: 'Value', position: 1 },
    { name: 'InputObject', pipeline: 'value' },
    ...Object.keys(tests).map((name) => ({ name, type: 'SwitchParameter' })),
  ],
  create: ({ session, parameters, out, streams }) => {
    const filter = parameters['FilterScript'];
    const block = filter instanceof ScriptBlock ? new BlockInScope(session, filter, streams) : undefined;
    const test = Object.keys(tests).find((name) => parameters[name] !== undefined);
    const accepts = (item: unknown): boolean => {
      if (block) return isTrue(block.valueFor(item));
      const member = valueOrNull(getMember(item, toText(filter), () => undefined));
      return test ? tests[test]!(member, parameters['Value'] ?? null, 'ignore case') : isTrue(member);
    };
    return { process: (item) => void (accepts(item) && out.write(item)) };
  },
};

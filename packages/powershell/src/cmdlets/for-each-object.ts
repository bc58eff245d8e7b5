import type { Cmdlet } from '../runtime/engine/command.ts';
import { BlockInScope } from '../runtime/engine/call-block.ts';
import { writeEnumerated } from '../runtime/engine/output.ts';
import { getMember } from '../runtime/members/get-member.ts';
import { listOf } from '../runtime/values/enumerate.ts';
import { valueOrNull } from '../runtime/values/nothing.ts';
import { ScriptBlock } from '../runtime/values/script-block.ts';
import { toText } from '../runtime/values/to-text.ts';

export const forEachObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'ForEach-Object',
  parameters: [
    { name: 'Process', position: 0, remaining: true },
    { name: 'MemberName' },
    { name: 'Begin' },
    { name: 'End' },
    { name: 'InputObject', pipeline: 'value' },
  ],
  create: ({ session, parameters, out, streams, hasInput }) => {
    const given = (listOf(parameters['Process']) ?? [parameters['Process']]).filter((block) => block !== undefined);
    const block = (value: unknown) =>
      value instanceof ScriptBlock ? new BlockInScope(session, value, streams) : undefined;
    const [first, last] = roles(given, parameters);
    const middle = given.slice(first.fromList ? 1 : 0, last.fromList ? -1 : undefined);
    const bodies = middle.map((each) => block(each));
    return {
      begin: () => block(first.value)?.run(out),
      process: (item) => {
        const input = hasInput ? item : (parameters['InputObject'] ?? null);
        bodies.forEach((body, index) => {
          if (body) body.runWith(input, out);
          else writeEnumerated(out, valueOrNull(getMember(input, toText(middle[index]), () => undefined)));
        });
      },
      end: () => block(last.value)?.run(out),
    };
  },
};

interface Role {
  readonly value: unknown;
  readonly fromList: boolean;
}

/** Of several blocks without names the first is the begin block, with three or more the last the end block. */
function roles(given: readonly unknown[], { Begin, End }: Readonly<Record<string, unknown>>): readonly [Role, Role] {
  const begin = Begin === undefined && given.length > 1;
  const end = End === undefined && given.length > 2;
  return [
    { value: begin ? given[0] : Begin, fromList: begin },
    { value: end ? given.at(-1) : End, fromList: end },
  ];
}

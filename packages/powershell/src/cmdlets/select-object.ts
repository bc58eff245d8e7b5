import type { Cmdlet } from '../runtime/engine/command.ts';
import { writeEnumerated } from '../runtime/engine/output.ts';
import { getMember } from '../runtime/members/get-member.ts';
import { listOf } from '../runtime/values/enumerate.ts';
import { valueOrNull } from '../runtime/values/nothing.ts';
import { toNumber, type NumericValue } from '../runtime/values/number-types.ts';
import { CustomObject } from '../runtime/values/ps-object.ts';
import { toText } from '../runtime/values/to-text.ts';

export const selectObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Select-Object',
  parameters: [
    { name: 'Property', position: 0 },
    { name: 'ExpandProperty' },
    { name: 'First' },
    { name: 'Last' },
    { name: 'Skip' },
    { name: 'InputObject', pipeline: 'value' },
  ],
  create: ({ parameters, out, stopUpstream }) => {
    const count = (name: string) =>
      parameters[name] === undefined ? undefined : toNumber(parameters[name] as NumericValue);
    const [first, last] = [count('First'), count('Last')];
    let skip = count('Skip') ?? 0;
    let written = 0;
    const kept: unknown[] = [];
    const write = (item: unknown) => writeEnumerated(out, shape(item, parameters));
    return {
      process: (item) => {
        if (skip-- > 0) return;
        if (last !== undefined) return void kept.push(item);
        if (first !== undefined && written >= first) stopUpstream();
        write(item);
        if (++written === first) stopUpstream();
      },
      end: () => (last === undefined ? undefined : kept.slice(Math.max(0, kept.length - last)).forEach(write)),
    };
  },
};

function shape(item: unknown, { Property, ExpandProperty }: Readonly<Record<string, unknown>>): unknown {
  const read = (name: unknown) => valueOrNull(getMember(item, toText(name), () => undefined));
  if (ExpandProperty !== undefined) return read(ExpandProperty);
  if (Property === undefined) return item;
  const selected = new CustomObject();
  for (const name of listOf(Property) ?? [Property]) selected.setNote(toText(name), read(name));
  return selected;
}

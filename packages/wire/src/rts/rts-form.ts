import type { Infer } from '../codec.ts';
import type { RtsCommand, rtsCommandBodies } from './rts-command.ts';
import { type RtsPdu, rtsPdu } from './rts-pdu.ts';

type Bodies = typeof rtsCommandBodies;
/** Names of a PDU's values in wire order, each with the type of the command that carries it. */
type FormFields = Record<string, keyof Bodies>;
type FormValues<F extends FormFields> = { -readonly [K in keyof F]: Infer<Bodies[F[K]]> };

/** A named RTS PDU: which flags and commands it has, and how to make one. */
export interface RtsForm<V> {
  readonly name: string;
  /** The values, if `pdu` has this form's flags and exactly its commands in their order. */
  match(pdu: RtsPdu): V | undefined;
  build(values: V): Uint8Array<ArrayBuffer>;
}

/** Declares a named RTS PDU by its flags and commands. */
export function defineRtsForm<const F extends FormFields>(
  name: string,
  flags: number,
  fields: F,
): RtsForm<FormValues<F>> {
  const names = Object.keys(fields);
  const types = Object.values(fields);
  return {
    name,
    match: ({ flags: actual, commands }) => {
      if (actual !== flags || commands.length !== types.length) return undefined;
      if (!commands.every((command, index) => command.tag === types[index] && 'value' in command)) return undefined;
      const values = commands.map((command, index) => [names[index], 'value' in command ? command.value : undefined]);
      return Object.fromEntries(values) as FormValues<F>;
    },
    build: (values) => {
      const commands = names.map((field, index) => ({ tag: types[index], value: values[field] }) as RtsCommand);
      return rtsPdu.encode({ flags, commands });
    },
  };
}

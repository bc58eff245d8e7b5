import type { z } from 'zod';
import type { CmdletDefinition, OutputOf, ParameterOptions, ParametersOf, ResultOf } from './cmdlet-definition.ts';
import { collectCmdlet, streamCmdlet, type CallOptions } from './invoke-cmdlet.ts';
import { schemaOfType } from './schema-of-type.ts';
import type { Session } from './session.ts';

/** Declares a parameter. */
export function param<T, const O extends ParameterOptions>(
  accepts: z.ZodType<T>,
  options: O,
): O & { readonly schema: z.ZodType<T> } {
  return { ...options, schema: accepts };
}

/** Declares a parameter of the product that a cutover migration has no use for. */
export function refused<const O extends Omit<ParameterOptions, 'help' | 'refused'>>(
  options: O,
): O & { readonly schema: z.ZodType<never>; readonly help: string; readonly refused: true } {
  const schema = schemaOfType(options.type) as z.ZodType<never>;
  return { ...options, help: 'Not supported by a cutover migration.', refused: true, schema };
}

/** A parameter of the product that is refused by its name. */
export interface RefusedParameter extends ParameterOptions {
  readonly refused: true;
  readonly schema: z.ZodType<never>;
}

/** Declares several such parameters, by their types. */
export function refusedAll<const N extends string>(
  byType: Readonly<Record<string, readonly N[]>>,
  options: Pick<ParameterOptions, 'sets' | 'mandatory'> = {},
): Record<N, RefusedParameter> {
  const entries = Object.entries(byType).flatMap(([type, names]) =>
    names.map((name) => [name, refused({ type, ...options })]),
  );
  return Object.fromEntries(entries) as Record<N, RefusedParameter>;
}

/** A cmdlet: its contract, and the typed function made from it. */
export interface Cmdlet<D extends CmdletDefinition = CmdletDefinition> {
  /** Runs the cmdlet and gives what it answers; rejects with the first error unless `onError` takes it. */
  (session: Session, ...rest: CallArguments<D>): Promise<ResultOf<D>>;
  /** Runs the cmdlet and gives each record as it comes. */
  stream(session: Session, ...rest: CallArguments<D>): AsyncIterable<OutputOf<D>>;
  readonly definition: D;
}

/** Declares a cmdlet. */
export function defineCmdlet<const D extends CmdletDefinition>(definition: D): Cmdlet<D> {
  const run = (session: Session, parameters: object = {}, options: CallOptions = {}): Promise<unknown> =>
    collectCmdlet({ definition, session, parameters, options });
  const stream = (session: Session, parameters: object = {}, options: CallOptions = {}): AsyncIterable<unknown> =>
    streamCmdlet({ definition, session, parameters, options });
  return Object.assign(run, { definition, stream }) as unknown as Cmdlet<D>;
}

type CallArguments<D extends CmdletDefinition> =
  Record<never, never> extends ParametersOf<D>
    ? [parameters?: ParametersOf<D>, options?: CallOptions]
    : [parameters: ParametersOf<D>, options?: CallOptions];

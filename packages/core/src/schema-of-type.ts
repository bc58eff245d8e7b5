import { z } from 'zod';
import { fqdn } from './fqdn.ts';

const anyText = z.string();
const list = z.union([z.array(z.unknown()), z.string()]);
const bytes = z.union([z.instanceof(Uint8Array), z.array(z.int().min(0).max(255))]);

/** What a value of each .NET type has to be, for parameters that are only checked before they are refused. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  SwitchParameter: z.boolean(),
  Boolean: z.boolean(),
  Int32: z.int(),
  String: anyText,
  Fqdn: fqdn,
  Guid: z.guid(),
  DateTime: z.date(),
  TimeSpan: z.number(),
  MultiValuedProperty: list,
  Unlimited: z.union([z.int().nonnegative(), z.literal('Unlimited')]),
  'Byte[]': bytes,
};

/** The schema of a .NET type by its short name; enumerations and identities are taken as they come. */
export const schemaOfType = (type: string): z.ZodType => schemas[type] ?? z.unknown();

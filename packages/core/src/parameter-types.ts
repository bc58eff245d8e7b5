import { z } from 'zod';
import { param, refused } from './define-cmdlet.ts';
import { psCredential } from './credential.ts';
import { fqdn } from './fqdn.ts';

/** What names an object: its text, or the object itself, as it comes out of a pipeline. */
function identityText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { Identity, Name, Id, Guid } = value as Record<string, unknown>;
  return [Identity, Name, Id, Guid].find((part) => typeof part === 'string') ?? value;
}

/** Name, GUID or address of an existing object. */
export const identity = z.preprocess(identityText, z.string().min(1));
/** One or several of them. */
export const identities = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  z.array(identity).min(1).readonly(),
);
/** Name of a new batch or endpoint. */
export const objectName = z.string().min(1, 'is empty').max(64, 'is longer than 64 characters');
export const switchParameter = z.boolean();
export { fqdn };
export const smtpAddress = z.string().regex(/^[^\s@]+@[^\s@]+$/, {
  error: ({ input }) =>
    `is not an SMTP address${/@.*[;,\s].*@/.test(String(input)) ? ': give each in quotes of its own, with commas between them' : ''}`,
});
export const smtpAddresses = z.array(smtpAddress).readonly();
export const unlimitedCount = z.union([z.int().nonnegative(), z.literal('Unlimited')]);
/** The bytes of a file, also as .NET's array of numbers; objects of Import-Csv are none. */
export const fileBytes = z
  .union([z.instanceof(Uint8Array), z.array(z.int().min(0).max(255))], {
    error: 'is no array of bytes; give [System.IO.File]::ReadAllBytes(path)',
  })
  .transform((bytes) => Uint8Array.from(bytes));
/** One text, or several. */
export const textOrTexts = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(z.string().min(1)).readonly(),
);
/** Numbers of telephones, which scripts write as texts or as numbers. */
export const telephoneNumbers = z.preprocess(
  (value) =>
    (Array.isArray(value) ? value : [value]).map((one) => (typeof one === 'number' ? String(one) : (one as unknown))),
  z.array(z.string().regex(/^[\d+@.\w-]+$/, 'is no extension')).readonly(),
);
/** Every value of a list, or which to add and which to remove. Source: MultiValuedProperty. */
const listChange = <V>(values: z.ZodType<readonly V[]>) =>
  z.union([values, z.strictObject({ Add: values.optional(), Remove: values.optional() })]);
export const proxyAddresses = listChange(textOrTexts);
export const smtpAddressChange = listChange(smtpAddresses);
export const nameChange = listChange(textOrTexts);
/** Where mail goes on to; empty for nowhere. */
export const forwardingAddress = z.preprocess(
  (value) => value ?? '',
  z.string().regex(/^((smtp:)?[^\s@:]+@[^\s@]+)?$/i, 'is not an SMTP address'),
);
const trimmed = (text: string): string => text.trim();
/** A name of an enumeration, in any case. */
export const enumerator = <const V extends readonly [string, ...string[]]>(names: V) =>
  z.preprocess(
    (given) => names.find((name) => name.toLowerCase() === String(given).toLowerCase()) ?? given,
    z.enum(names),
  );
/** Several of them, in a list or in one text. */
export const enumerators = <const V extends readonly [string, ...string[]]>(names: V) =>
  z.preprocess(
    (given) => [given].flat().flatMap((one) => (typeof one === 'string' ? one.split(',').map(trimmed) : [one])),
    z.array(enumerator(names)).readonly(),
  );
export const mailboxRights = enumerators([
  'FullAccess',
  'ReadPermission',
  'ChangePermission',
  'ChangeOwner',
  'DeleteItem',
  'ExternalAccount',
]);
export const sendAsRights = enumerators(['SendAs']);
export const extendedRights = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(',').map((one) => one.trim()) : given),
  z
    .array(
      z
        .string()
        .regex(/^receive[- ]?as$/i, 'is not Receive-As, the one right of a database that lets mailboxes be read'),
    )
    .min(1)
    .readonly(),
);
/** A right as the Get- cmdlets of rights list it, piped on: whose it is, and to what. */
const ace = { Identity: z.string(), User: z.string() };
export const mailboxAce = z.object({ ...ace, AccessRights: mailboxRights });
export const adAce = z.object({ ...ace, ExtendedRights: extendedRights });
/** How clients of an on-premises server sign in. */
export const basicOrNtlm = enumerator(['Basic', 'Ntlm']);
export const basicNtlmOrNegotiate = enumerator(['Basic', 'Ntlm', 'Negotiate']);
export const authenticationMethods = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value),
  z.array(basicNtlmOrNegotiate).min(1).readonly(),
);
/** A password as a text; .NET's SecureString is opened by whoever sends it. */
export const secureString = z.string().min(1);

/** What Test-MigrationServerAvailability found good. */
export const connectionSettings = z.object({
  ExchangeServer: fqdn,
  RpcProxyServer: fqdn,
  Authentication: z.enum(['Basic', 'Ntlm']),
  MailboxPermission: z.enum(['Admin', 'FullAccess']),
  Username: z.string(),
  UseAutoDiscover: z.boolean(),
});
export const credential = z
  .object({ userName: z.string().min(1), password: z.string() })
  .transform(({ userName, password }) => psCredential(userName, password));

/** The two parameters of every cmdlet that changes something; the shell answers them. */
export const shouldProcess = {
  Confirm: param(switchParameter, {
    type: 'SwitchParameter',
    help: 'Asks before the cmdlet runs; -Confirm:$false keeps it from asking.',
    aliases: ['cf'],
    host: true,
  }),
  WhatIf: param(switchParameter, {
    type: 'SwitchParameter',
    help: 'Tells what would happen, and does nothing.',
    aliases: ['wi'],
    host: true,
  }),
} as const;

/** Parameters of nearly every migration cmdlet that mean nothing outside the product's own data centre. */
export const partition = refused({ type: 'MailboxIdParameter' });
export const domainController = refused({ type: 'Fqdn' });
/** In which order a Get- cmdlet lists recipients. */
export const sortBy = param(enumerator(['Name', 'DisplayName', 'Alias', 'Office']), {
  type: 'String',
  help: 'Lists them in this order: by Name, DisplayName, Alias or Office.',
});
/** Rights hold for all folders of a mailbox alike. */
export const inheritanceType = param(
  z.string().regex(/^all$/i, 'is not supported: a right holds for the whole mailbox, All'),
  {
    type: 'ActiveDirectorySecurityInheritance',
    help: 'What of the mailbox the right holds for: All.',
    sets: ['AccessRights', 'Instance'],
  },
);

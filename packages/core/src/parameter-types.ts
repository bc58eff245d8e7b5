import { z } from 'zod';
import { param, refused } from './define-cmdlet.ts';
import { psCredential } from './credential.ts';

/** Name, GUID or address of an existing object. */
export const identity = z.string().min(1);
export const switchParameter = z.boolean();
export const fqdn = z.string().regex(/^[\p{L}\d]([\p{L}\d._-]*[\p{L}\d])?$/u, 'is not a fully qualified domain name');
export const smtpAddress = z.string().regex(/^[^\s@]+@[^\s@]+$/, 'is not an SMTP address');
export const smtpAddresses = z.array(smtpAddress).readonly();
export const unlimitedCount = z.union([z.int().nonnegative(), z.literal('Unlimited')]);
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

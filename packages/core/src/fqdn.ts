import { z } from 'zod';

/** The name of a server; people give URLs and addresses of mail instead. */
export const fqdn = z
  .string()
  .regex(
    /^[\p{L}\d]([\p{L}\d._-]*[\p{L}\d])?$/u,
    'is not a fully qualified domain name; give it alone, as mail.contoso.com',
  );

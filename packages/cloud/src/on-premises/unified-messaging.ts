import { cloudErrors } from '../errors.ts';
import type { OnPremisesView } from './on-premises-context.ts';

/** Exchange 2003 has no Unified Messaging. */
export function assertUnifiedMessaging({ description }: OnPremisesView): void {
  if (description.version === '2003') throw cloudErrors.noUnifiedMessaging({ version: description.version });
}

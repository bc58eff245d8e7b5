import type { SourceAdministration } from '@cutover/migration';
import type { Asking, OnPremisesOrganisation } from '../on-premises/on-premises-organisation.ts';

/** What the migration asks of whoever administers the source. Exchange 2003 has no Unified Messaging. */
export async function sourceAdministration(
  organisation: OnPremisesOrganisation,
  asking: Asking,
): Promise<SourceAdministration> {
  const [{ version }, recipients, permissions] = await Promise.all([
    organisation.describe(asking),
    organisation.recipients(asking),
    organisation.permissions(asking),
  ]);
  const enabled = recipients.filter(({ unifiedMessaging }) => version !== '2003' && unifiedMessaging !== undefined);
  return {
    unifiedMessaging: enabled.map(({ legacyExchangeDN }) => legacyExchangeDN),
    hidden: recipients
      .filter(({ hidden }) => hidden)
      .map(({ displayName, legacyExchangeDN, primarySmtpAddress }) => ({
        sourceId: legacyExchangeDN,
        displayName,
        address: primarySmtpAddress,
      })),
    granted: permissions.flatMap((one) => (one.right === 'FullAccess' ? [one.mailbox] : [])),
  };
}

import { getOrganizationConfig } from '@cutover/core';
import { implement } from '../implement.ts';

/** What Set-OrganizationConfig has not changed is as it is in a new organisation. */
export const handler = implement(getOrganizationConfig, async function* (context) {
  const { directorySynchronization, organisation, singleSignOn, values } = context;
  const stored = values.all();
  const flag = (name: string, usual: boolean): boolean => (stored[name] ?? String(usual)) === 'true';
  yield {
    Name: organisation,
    DisplayName: organisation.split('.')[0] ?? organisation,
    Identity: organisation,
    Guid: '00000000-0000-0000-0000-000000000001',
    IsDehydrated: false,
    IsDirSyncRunning: directorySynchronization,
    IsSingleSignOn: singleSignOn,
    MailTipsAllTipsEnabled: flag('MailTipsAllTipsEnabled', true),
    MailTipsExternalRecipientsTipsEnabled: flag('MailTipsExternalRecipientsTipsEnabled', false),
    MailTipsGroupMetricsEnabled: flag('MailTipsGroupMetricsEnabled', true),
    MailTipsLargeAudienceThreshold: Number(stored['MailTipsLargeAudienceThreshold'] ?? 25),
    PublicFoldersEnabled: 'None',
    WhenCreated: new Date(0),
    OrganizationId: organisation,
    IsValid: true,
    ObjectState: 'Unchanged' as const,
  };
});

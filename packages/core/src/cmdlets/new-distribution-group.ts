import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { distributionGroup } from '../objects/recipients.ts';
import { domainController, enumerator, shouldProcess, smtpAddress, textOrTexts } from '../parameter-types.ts';
import { groupTypes } from '../objects/enumerations.ts';

/** Makes a distribution group. Source: Exchange `New-DistributionGroup`. */
export const newDistributionGroup = defineCmdlet({
  name: 'New-DistributionGroup',
  synopsis: 'Makes a distribution group.',
  description: '',
  output: distributionGroup,
  returns: 'one',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Creating the distribution group', impact: 'Medium' },
  parameters: {
    Alias: param(z.string().min(1), { type: 'String', help: 'Short name.' }),
    DisplayName: param(z.string().min(1), { type: 'String', help: 'Name that people see.' }),
    DomainController: domainController,
    ManagedBy: param(textOrTexts, { type: 'MultiValuedProperty', help: 'Who manages it.' }),
    Members: param(textOrTexts, { type: 'MultiValuedProperty', help: 'Its first members.' }),
    Name: param(z.string().min(1), { type: 'String', help: 'Name of the group.', mandatory: true, position: 0 }),
    PrimarySmtpAddress: param(smtpAddress, { type: 'SmtpAddress', help: 'Address.' }),
    RequireSenderAuthenticationEnabled: param(z.boolean(), {
      type: 'Boolean',
      help: 'Whether it takes mail from the organization alone, $true when it is left out.',
    }),
    Type: param(enumerator(groupTypes), {
      type: 'GroupType',
      help: 'Whether it can be given rights, too.',
      values: groupTypes,
    }),
    ...refusedAll({
      MailboxIdParameter: ['ArbitrationMailbox'],
      Boolean: ['BccBlocked', 'BypassNestedModerationEnabled', 'ModerationEnabled'],
      SwitchParameter: ['CopyOwnerToMember', 'HiddenGroupMembershipEnabled', 'IgnoreNamingPolicy', 'RoomList'],
      MultiValuedProperty: ['Description', 'ModeratedBy'],
      MemberUpdateType: ['MemberDepartRestriction', 'MemberJoinRestriction'],
      String: ['Notes', 'SamAccountName'],
      OrganizationalUnitIdParameter: ['OrganizationalUnit'],
      TransportModerationNotificationFlags: ['SendModerationNotifications'],
    }),
    ...shouldProcess,
  },
  examples: [
    { title: 'Make a group', script: 'New-DistributionGroup -Name Sales -Members annb@contoso.com', expect: 'Sales' },
  ],
});

import { defineCmdlet } from '../define-cmdlet.ts';
import { organizationConfig } from '../objects/organisation.ts';
import { domainController } from '../parameter-types.ts';

/** Shows the settings of the organization. Source: Exchange `Get-OrganizationConfig`. */
export const getOrganizationConfig = defineCmdlet({
  name: 'Get-OrganizationConfig',
  synopsis: 'Shows the settings of the organization.',
  description: '',
  output: organizationConfig,
  returns: 'one',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    DomainController: domainController,
  },
  examples: [{ title: 'Show the settings', script: 'Get-OrganizationConfig', expect: 'contoso' }],
});

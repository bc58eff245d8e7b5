import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { umMailbox } from '../objects/on-premises.ts';
import { domainController, identity, shouldProcess, telephoneNumbers } from '../parameter-types.ts';

/** Enables a mailbox for Unified Messaging. Source: Exchange `Enable-UMMailbox`. */
export const enableUMMailbox = defineCmdlet({
  name: 'Enable-UMMailbox',
  side: 'both',
  synopsis: 'Enables a mailbox for Unified Messaging.',
  description: 'After the migration it is done in the cloud.',
  output: umMailbox,
  returns: 'one',
  sets: ['Identity', 'CloudVoiceMail'],
  cutoverSets: ['Identity'],
  confirms: { action: 'Enabling the mailbox for Unified Messaging', impact: 'Medium' },
  parameters: {
    Extensions: param(telephoneNumbers, { type: 'MultiValuedProperty', help: 'Extensions of the telephone.' }),
    Identity: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    UMMailboxPolicy: param(z.string().min(1), {
      type: 'MailboxPolicyIdParameter',
      help: 'Name of the policy.',
      mandatory: ['Identity'],
    }),
    DomainController: domainController,
    ...refusedAll({
      Boolean: ['AutomaticSpeechRecognitionEnabled', 'PINExpired'],
      SwitchParameter: ['IgnoreDefaultScope', 'ValidateOnly'],
      String: ['NotifyEmail', 'PIN', 'PilotNumber', 'SIPResourceIdentifier'],
    }),
    ...refusedAll(
      { SwitchParameter: ['EnableCloudVoiceMail'], Boolean: ['SendWelcomeMail'] },
      { sets: ['CloudVoiceMail'] },
    ),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Enable Unified Messaging again after a migration',
      script: 'Enable-UMMailbox -Identity annb@contoso.com -UMMailboxPolicy Standard -Extensions 1001',
      expect: 'Standard',
    },
  ],
});

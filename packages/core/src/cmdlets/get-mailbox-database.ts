import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { mailboxDatabase } from '../objects/on-premises.ts';
import { domainController, identity, switchParameter } from '../parameter-types.ts';

/** Lists the databases that hold mailboxes. Source: Exchange `Get-MailboxDatabase`. */
export const getMailboxDatabase = defineCmdlet({
  name: 'Get-MailboxDatabase',
  side: 'onPremises',
  synopsis: 'Lists the databases that hold mailboxes.',
  description: '',
  output: mailboxDatabase,
  returns: 'many',
  sets: ['Server', 'Identity'],
  cutoverSets: ['Identity', 'Server'],
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'DatabaseIdParameter',
      help: 'Name of a database.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
    }),
    Server: param(identity, {
      type: 'ServerIdParameter',
      help: 'Name of a server.',
      sets: ['Server'],
      mandatory: true,
      pipeline: 'value and property',
    }),
    IncludePreExchange2010: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Lists the databases of older servers too; here they are always listed.',
    }),
    IncludePreExchange2013: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Lists the databases of older servers too; here they are always listed.',
    }),
    ...refusedAll({ SwitchParameter: ['DumpsterStatistics', 'IncludeCorrupted', 'Status'] }),
  },
  examples: [{ title: 'List the databases', script: 'Get-MailboxDatabase', expect: 'Mailbox Store' }],
});

import { defineCmdlet, param } from '../define-cmdlet.ts';
import { migrationPlan } from '../objects/migration-plan.ts';
import { enumerator, switchParameter, textOrTexts } from '../parameter-types.ts';

/** Makes the checklist of a cutover, as it stands now. Ours: the product has no such cmdlet. */
export const newMigrationPlan = defineCmdlet({
  name: 'New-MigrationPlan',
  synopsis: 'Makes the checklist of a cutover, as it stands now.',
  description:
    'Each item is bound to a check of the organization, of the source, of DNS or of an answer: DoneWhen tells what it looks for, DoneAt when a plan first found it. Answers are kept for the next plan; Questions lists what there is to answer. -Done ticks off what was done in some other way. Markdown and Html hold the plan for printing.',
  output: migrationPlan,
  returns: 'one',
  extension: true,
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    SourceVersion: param(enumerator(['Exchange2003', 'Exchange2007', 'Exchange2010']), {
      help: 'What the source runs.',
      extension: true,
      type: 'String',
      values: ['Exchange2003', 'Exchange2007', 'Exchange2010'],
    }),
    PublicFolders: param(switchParameter, {
      help: 'There are public folders to migrate. When they are, answer PublicFolders=Migrated.',
      extension: true,
      type: 'SwitchParameter',
    }),
    SecurityGroups: param(textOrTexts, {
      help: 'Groups of the source that are security groups, by name, alias or address; None when there are none.',
      extension: true,
      type: 'String[]',
    }),
    UsersTold: param(switchParameter, {
      help: 'The users were told of the migration.',
      extension: true,
      type: 'SwitchParameter',
    }),
    SingleSignOnLater: param(switchParameter, {
      help: 'Single sign-on is to be set up after the migration.',
      extension: true,
      type: 'SwitchParameter',
    }),
    UnifiedMessaging: param(switchParameter, {
      help: 'Mailboxes of the source are enabled for unified messaging.',
      extension: true,
      type: 'SwitchParameter',
    }),
    Answer: param(textOrTexts, {
      help: 'Answers to the questions of a plan, as PublicFolders=Yes; an empty one leaves what was answered before.',
      extension: true,
      type: 'String[]',
    }),
    TestMailboxes: param(switchParameter, {
      help: 'Opens every mailbox of the source first: tells which cannot be migrated, and which are the largest.',
      extension: true,
      type: 'SwitchParameter',
    }),
    Done: param(textOrTexts, {
      help: 'Ids of items that were done in some way that no check sees.',
      extension: true,
      type: 'String[]',
    }),
    Undone: param(textOrTexts, { help: 'Ids of items to take the tick from.', extension: true, type: 'String[]' }),
  },
  examples: [{ title: 'See what is left to do', script: '(New-MigrationPlan).Items', expect: 'Title' }],
});

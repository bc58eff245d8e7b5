import { checkScripts } from '../testing/check-scripts.ts';

checkScripts([
  {
    script: "$Host.UI.PromptForChoice('Delete?', 'It cannot be undone.', @('&Yes', '&No'), 1)",
    answers: ['y'],
    output: '\nDelete?\nIt cannot be undone.\n0',
  },
  {
    script:
      "$yes = New-Object System.Management.Automation.Host.ChoiceDescription '&Yes', 'Goes on.'; $yes.Label; $yes.HelpMessage; $choices = [System.Management.Automation.Host.ChoiceDescription[]]($yes, '&No'); $Host.UI.PromptForChoice('', 'Go on?', $choices, 0)",
    answers: [''],
    output: '&Yes\nGoes on.\n\nGo on?\n0',
  },
  { script: "[System.Management.Automation.Host.ChoiceDescription]''", errorId: 'InvalidCastConstructorException' },
  { script: '$Host.UI.ReadLine().ToUpper()', answers: ['typed'], output: 'TYPED' },
  { script: '$Host.UI.ReadLineAsSecureString().Length', answers: ['typed'], output: '5' },
  { script: '$Host.UI.ReadLine()', errorId: 'PSInvalidOperationException' },
  {
    script: "$Host.UI.PromptForCredential('Sign in', 'Who?', 'ann', '').GetNetworkCredential().Password",
    answers: ['p'],
    output: '\nSign in\nWho?\np',
  },
]);

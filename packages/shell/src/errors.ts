import { defineErrors } from '@cutover/base';

/** What the command itself refuses. */
export const shellErrors = defineErrors('shell', {
  languageNotSupported: {
    category: 'NotImplemented',
    message: (_context: { argument: string }) =>
      'This version runs single cmdlets, not PowerShell scripts. Try: cutover Get-MigrationBatch',
  },
  optionNotSupported: {
    category: 'NotImplemented',
    message: ({ option }: { option: string }) =>
      `-${option}: this common parameter needs the PowerShell language, which this version does not run. Leave it out.`,
  },
  switchValueEaten: {
    category: 'InvalidArgument',
    message: ({ parameter }: { parameter: string }) =>
      `-${parameter}: nothing stands after the colon. A terminal's own shell takes $true and $false for variables; type -${parameter}:true or -${parameter}:false.`,
  },
  optionValueMissing: {
    category: 'InvalidArgument',
    message: ({ option }: { option: string }) => `--${option} needs a value.`,
  },
  serviceArgument: {
    category: 'InvalidArgument',
    message: ({ argument }: { argument: string }) =>
      `The service takes no '${argument}', only --data DIR. What it serves is set in settings.json of that folder.`,
  },
  promptImpossible: {
    category: 'InvalidOperation',
    message: ({ hint }: { hint: string }) =>
      `PowerShell is in NonInteractive mode. Read and Prompt functionality is not available. ${hint}`,
  },
});

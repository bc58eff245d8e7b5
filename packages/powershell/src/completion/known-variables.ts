/** Variables that are there without standing in a scope. */
export const specialVariables: readonly string[] = [
  '_',
  'this',
  'MyInvocation',
  'PSBoundParameters',
  'PSCmdlet',
  'PSCommandPath',
  'PSItem',
  'PSScriptRoot',
  'args',
  'input',
  'switch',
];

/** Variables that every session has, and what the original says of them. */
export const describedVariables: Readonly<Record<string, string>> = {
  true: 'Boolean True',
  false: 'Boolean False',
  null: 'References to the null variable always return the null value. Assignments have no effect.',
  Error: '',
  ErrorActionPreference: 'Dictates the action taken when an error message is delivered',
  ErrorView: 'Dictates the view mode to use when displaying errors',
  InformationPreference: 'Dictates the action taken when a command generates an item in the Information stream',
  WarningPreference: 'Dictates the action taken when a Warning message is delivered',
  VerbosePreference: 'Dictates the action taken when a Verbose message is delivered',
  DebugPreference: 'Dictates the action taken when an Debug message is delivered',
  ProgressPreference: 'Dictates the action taken when progress records are delivered',
  ConfirmPreference: 'Dictates when confirmation should be requested.',
};

/** What the original says of its drives. */
export const describedDrives: Readonly<Record<string, string>> = {
  Alias: 'Drive that contains a view of the aliases stored in a session state',
  Env: 'Drive that contains a view of the environment variables for the process',
  Function: 'Drive that contains a view of the functions stored in a session state',
  Temp: 'Drive that maps to the temporary directory path for the current user',
  Variable: 'Drive that contains a view of those variables stored in a session state',
};

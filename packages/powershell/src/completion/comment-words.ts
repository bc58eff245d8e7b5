/** What the original says of the words of comments that mean something. Source: TabCompletionStrings.resx. */
export const commentHelpWords: Readonly<Record<string, string>> = {
  SYNOPSIS: 'A brief description of the function or script.\nThis keyword can be used only once in each topic.',
  DESCRIPTION: 'A detailed description of the function or script.\nThis keyword can be used only once in each topic.',
  PARAMETER:
    '.PARAMETER  <Parameter-Name>\nThe description of a parameter.\nAdd a .PARAMETER keyword for each parameter in the function or script syntax.',
  EXAMPLE:
    'A sample command that uses the function or script, optionally followed by sample output and a description.\nRepeat this keyword for each example.',
  INPUTS:
    'The .NET types of objects that can be piped to the function or script.\nYou can also include a description of the input objects.',
  OUTPUTS:
    'The .NET type of the objects that the cmdlet returns.\nYou can also include a description of the returned objects.',
  NOTES: 'Additional information about the function or script.',
  LINK: 'The name of a related topic.\nRepeat the .LINK keyword for each related topic.\nThe .Link keyword content can also include a URI to an online version of the same help topic.',
  COMPONENT: 'The name of the technology or feature that the function or script uses, or to which it is related.',
  ROLE: 'The name of the user role for the help topic.',
  FUNCTIONALITY: 'The keywords that describe the intended use of the function.',
  FORWARDHELPTARGETNAME:
    '.FORWARDHELPTARGETNAME <Command-Name>\nRedirects to the help topic for the specified command.',
  FORWARDHELPCATEGORY:
    '.FORWARDHELPCATEGORY <Category>\nSpecifies the help category of the item in .ForwardHelpTargetName',
  REMOTEHELPRUNSPACE:
    '.REMOTEHELPRUNSPACE <PSSession-variable>\nSpecifies a session that contains the help topic.\nEnter a variable that contains a PSSession object.',
  EXTERNALHELP:
    '.EXTERNALHELP <XML Help File>\nThe .ExternalHelp keyword is required when a function or script is documented in XML files.',
};

/** The parameters of `#requires`. */
export const requiresWords: Readonly<Record<string, string>> = {
  Modules:
    '[string] or [hashtable]\nSpecifies an array of PowerShell modules that the script requires.\nEach element can either be a string with the module name as value or a hashtable with the following keys:\nName: Name of the module\nGUID: GUID of the module\nOne of the following:\nModuleVersion: Specifies a minimum acceptable version of the module.\nRequiredVersion: Specifies an exact, required version of the module.\nMaximumVersion: Specifies the maximum acceptable version of the module.',
  PSEdition:
    '[string]\nSpecifies a PowerShell edition that the script requires.\nValid values are "Core" and "Desktop"',
  RunAsAdministrator:
    '[switch]\nSpecifies that PowerShell must be running as administrator on Windows.\nThis must be the last parameter on the #requires statement line.',
  Version: '[version]\nSpecifies the minimum version of PowerShell that the script requires.',
};

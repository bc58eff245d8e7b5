import { type CompletionRequest, type Found, same, startsWith } from './completion.ts';

const message = ['System.String ErrorMessage'];

/** What can be set by name in an attribute, with its type, in the order in which the original tells it. */
const settable: Readonly<Record<string, readonly string[]>> = {
  CmdletBinding: [
    'System.Boolean PositionalBinding',
    'System.String DefaultParameterSetName',
    'System.Boolean SupportsShouldProcess',
    'System.Boolean SupportsPaging',
    'System.Boolean SupportsTransactions',
    'System.Management.Automation.ConfirmImpact ConfirmImpact',
    'System.String HelpUri',
    'System.Management.Automation.RemotingCapability RemotingCapability',
  ],
  Parameter: [
    'System.Int32 Position',
    'System.String ParameterSetName',
    'System.Boolean Mandatory',
    'System.Boolean ValueFromPipeline',
    'System.Boolean ValueFromPipelineByPropertyName',
    'System.Boolean ValueFromRemainingArguments',
    'System.String HelpMessage',
    'System.String HelpMessageBaseName',
    'System.String HelpMessageResourceId',
    'System.Boolean DontShow',
  ],
  OutputType: ['System.String ProviderCmdlet', 'System.String[] ParameterSetName'],
  PSDefaultValue: ['System.Object Value', 'System.String Help'],
  ValidateSet: [...message, 'System.Boolean IgnoreCase'],
  ValidatePattern: ['System.Text.RegularExpressions.RegexOptions Options', ...message],
  ValidateScript: message,
};

/** An attribute whose arguments are being typed; values may be in quotes, braces or parentheses. */
const open = /\[([A-Za-z][\w.]*)\(((?:[^()[\]{}'"]|'[^']*'|"[^"]*"|\{[^{}]*\}|\([^()]*\))*)$/;

/** `[Parameter(na`: the properties of an attribute that are not given yet. */
export function completeAttribute({ before }: CompletionRequest): Found | undefined {
  const [, name = '', given = ''] = open.exec(before) ?? [];
  const properties = Object.entries(settable).find(([known]) => isAttribute(name, known))?.[1];
  const [, word] = /(?:^|,)\s*(\w*)$/.exec(given) ?? [];
  if (!properties || word === undefined) return undefined;
  const set = Array.from(given.matchAll(/(?:^|,)\s*(\w+)\s*(?=[=,])/g), ([, each]) => each!);
  const matches = properties.flatMap((tip) => {
    const text = tip.slice(tip.lastIndexOf(' ') + 1);
    const isOpen = startsWith(text, word) && !set.some((each) => same(each, text));
    return isOpen ? [{ text, list: text, type: 'Property', tip } as const] : [];
  });
  return { length: word.length, matches };
}

const isAttribute = (written: string, known: string): boolean =>
  same(written.replace(/^(?:System\.Management\.Automation\.)?(\w+?)(?:Attribute)?$/i, '$1'), known);

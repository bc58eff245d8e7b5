import { askCredential } from '../../cmdlets/security/ask.ts';
import { netError, ScriptError } from '../errors/script-error.ts';
import { nobodyAnswers, promptForChoice } from '../engine/prompt-for-choice.ts';
import type { HostInterface } from '../values/internal-host.ts';
import { SecureString } from '../values/secure-string.ts';
import { type DotNetType, overload, type Overload, readOnly, settable } from './define-type.ts';

const hosts = 'System.Management.Automation.Host';

/** Source: System.Management.Automation.Host.ChoiceDescription. */
class ChoiceDescription {
  readonly typeName = `${hosts}.ChoiceDescription`;
  readonly label: string;
  help: string;

  constructor(label: string, help = '') {
    if (!label) throw netError('System.Management.Automation.PSArgumentException', noLabel);
    this.label = label;
    this.help = help;
  }
}

const noLabel =
  'Cannot process argument because the value of argument "label" is not valid. Change the value of the "label" argument and run the operation again.';

const choiceType: DotNetType = {
  name: `${hosts}.ChoiceDescription`,
  base: 'System.Object',
  properties: {
    Label: readOnly(({ label }: ChoiceDescription) => label, 'string'),
    HelpMessage: settable(
      ({ help }: ChoiceDescription) => help,
      (self: ChoiceDescription, help: string) => void (self.help = help),
      'string',
    ),
  },
  constructors: [
    overload('string label', (_type, label: string) => new ChoiceDescription(label)),
    overload('string label, string helpMessage', (_type, label: string, help: string) => {
      return new ChoiceDescription(label, help);
    }),
  ],
};

function readLine({ host }: HostInterface, secret: boolean): string {
  if (!host.prompts) throw nobodyAnswers();
  return host.prompts.readLine({ text: '', secret }) ?? '';
}

const credentialForm = (signature: string): Overload =>
  overload(signature, ({ host }: HostInterface, title: string, message: string, userName: string) =>
    askCredential(
      {
        host,
        throwTerminating: (record) => {
          throw new ScriptError(record);
        },
      },
      { title: title || undefined, message: message || undefined, userName },
    ),
  );

/** What `$Host.UI` asks the person at the screen. */
export const promptMethods: Readonly<Record<string, readonly Overload[]>> = {
  ReadLine: [overload('', (self: HostInterface) => readLine(self, false))],
  ReadLineAsSecureString: [overload('', (self: HostInterface) => new SecureString(readLine(self, true)))],
  PromptForCredential: [
    credentialForm('string caption, string message, string userName, string targetName'),
    credentialForm(
      'string caption, string message, string userName, string targetName, object allowedCredentialTypes, object options',
    ),
  ],
  PromptForChoice: [
    overload(
      `string caption, string message, ${hosts}.ChoiceDescription[] choices, int defaultChoice`,
      (
        { host }: HostInterface,
        caption: string,
        message: string,
        choices: readonly ChoiceDescription[],
        preset: number,
      ) =>
        promptForChoice(host, {
          caption: caption ?? '',
          message: message ?? '',
          choices,
          ...(preset < 0 ? {} : { preset }),
        }),
    ),
  ],
};

export const hostPromptTypes: readonly DotNetType[] = [choiceType];

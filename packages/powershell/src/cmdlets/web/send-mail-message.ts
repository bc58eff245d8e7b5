import type { OutgoingMail } from '../../host/mail.ts';
import { defineRecords } from '../../providers/define-records.ts';
import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import { leafOf } from '../../providers/path-text.ts';
import { numberOf, type Parameters, switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import { Credential } from '../../runtime/values/credential.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { drivesFor } from '../files/item-paths.ts';
import { textEncoding } from '../files/text-encoding.ts';
import { knownFailures } from './known-failures.ts';
import { networkOf } from './web-request.ts';

const record = defineRecords({
  NoServer: {
    id: '',
    category: 'InvalidArgument',
    exception: 'System.InvalidOperationException',
    text: 'The email cannot be sent because no SMTP server was specified. You must specify an SMTP server by using either the SmtpServer parameter or the $PSEmailServer variable.',
  },
  FormatException: {
    category: 'InvalidType',
    exception: 'System.FormatException',
    text: 'The specified string is not in the form required for an e-mail address.',
  },
  SmtpException: { category: 'InvalidOperation', exception: 'System.Net.Mail.SmtpException', text: '{0}' },
  NoMail: {
    category: 'PermissionDenied',
    exception: 'Management.PSNotSupportedException',
    text: 'This session has not been given access to mail.',
  },
  EncodingNotSupported: {
    category: 'NotImplemented',
    exception: 'System.NotSupportedException',
    text: "The encoding '{0}' of Send-MailMessage is not supported yet: mail is written in ASCII or UTF-8.",
  },
});

const byProperty = { pipeline: 'property' } as const;

const parameters: readonly ParameterSpec[] = [
  {
    name: 'Attachments',
    type: 'String[]',
    aliases: ['PsPath'],
    pipeline: 'both',
    validate: [{ kind: 'notNullOrEmpty' }],
  },
  { name: 'Bcc', type: 'String[]', ...byProperty },
  { name: 'Body', type: 'String', position: 2, ...byProperty },
  { name: 'BodyAsHtml', type: 'SwitchParameter', aliases: ['BAH'], ...byProperty },
  { name: 'Encoding', aliases: ['BE'], ...byProperty },
  { name: 'Cc', type: 'String[]', ...byProperty },
  {
    name: 'DeliveryNotificationOption',
    type: 'System.Net.Mail.DeliveryNotificationOptions',
    aliases: ['DNO'],
    ...byProperty,
  },
  { name: 'From', type: 'String', mandatory: true, ...byProperty },
  { name: 'SmtpServer', type: 'String', aliases: ['ComputerName'], position: 3, ...byProperty },
  { name: 'Priority', type: 'System.Net.Mail.MailPriority', ...byProperty },
  { name: 'ReplyTo', type: 'String[]', ...byProperty },
  { name: 'Subject', type: 'String', aliases: ['sub'], position: 1, ...byProperty },
  { name: 'To', type: 'String[]', mandatory: true, position: 0, ...byProperty },
  { name: 'Credential', type: 'PSCredential', ...byProperty },
  { name: 'UseSsl', type: 'SwitchParameter', ...byProperty },
  { name: 'Port', type: 'Int32', validate: [{ kind: 'range', min: 0, max: 2147483647 }], ...byProperty },
];

export const sendMailMessage: Cmdlet = {
  kind: 'cmdlet',
  name: 'Send-MailMessage',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.SendMailMessage',
  parameters,
  create: (context) => send(context),
};

const obsolete =
  "The command 'Send-MailMessage' is obsolete. This cmdlet does not guarantee secure connections to SMTP servers. While there is no immediate replacement available in PowerShell, we recommend you do not use Send-MailMessage at this time. See https://aka.ms/SendMailMessage for more information.";

function send(context: CommandContext): Processor {
  const attachments: OutgoingMail['attachments'][number][] = [];
  return {
    begin: () => context.writeWarning(obsolete),
    process: () => {
      for (const path of textsOf(context.parameters, 'Attachments') ?? []) attachments.push(attachment(context, path));
    },
    end: () => deliver(context, attachments),
  };
}

function attachment(context: CommandContext, given: string): OutgoingMail['attachments'][number] {
  const drives = drivesFor(context);
  const { path } = drives.resolve(given);
  return { name: leafOf(path), bytes: inOperation(fileOpening, () => drives.fileSystem.files.read(path)) };
}

function deliver(context: CommandContext, attachments: OutgoingMail['attachments']): void {
  const network = networkOf(context);
  const mail = mailOf(context, attachments);
  if (!network.send) return context.throwTerminating(record('NoMail'));
  try {
    network.send(mail);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    context.writeError(record('SmtpException', [inDotnet(error.message)], mail.server));
  }
}

/** `connect ECONNREFUSED 127.0.0.1:25` → `Connection refused 127.0.0.1:25` */
const inDotnet = (message: string): string =>
  message.replace(/^\w+ (E[A-Z]+)\b/, (whole, code: string) => knownFailures[code] ?? whole);

const plainPort = 25;

function mailOf(context: CommandContext, attachments: OutgoingMail['attachments']): OutgoingMail {
  const { parameters: given, session } = context;
  const server = textOf(given, 'SmtpServer') ?? toText(session.scope.find('psemailserver')?.value ?? '');
  if (server === '') context.throwTerminating(record('NoServer'));
  const addresses = (name: string): readonly string[] => addressesOf(context, name);
  const written = writtenAs(context);
  const { Credential: credential } = given;
  return {
    server,
    port: numberOf(given, 'Port') || plainPort,
    encrypted: switchOf(given, 'UseSsl'),
    login:
      credential instanceof Credential
        ? { user: credential.userName ?? '', password: credential.password.reveal() }
        : undefined,
    from: addresses('From')[0]!,
    to: addresses('To'),
    cc: addresses('Cc'),
    bcc: addresses('Bcc'),
    replyTo: addresses('ReplyTo'),
    subject: written(textOf(given, 'Subject') ?? ''),
    body: { text: written(textOf(given, 'Body') ?? ''), isHtml: switchOf(given, 'BodyAsHtml') },
    priority: priorityOf(given),
    notify: notificationsOf(given),
    attachments,
  };
}

function addressesOf({ parameters: given, throwTerminating }: CommandContext, name: string): readonly string[] {
  const texts = textsOf(given, name) ?? [];
  const wrong = texts.find((text) => !/^[^@\r\n]*[^@\s]@[^@\s]+$/.test(text.trim()));
  return wrong === undefined ? texts : throwTerminating(record('FormatException', [], wrong));
}

const sample = 'a\u00e9';

/** How texts go out: ASCII, where other characters become question marks, unless UTF-8 is asked for. */
function writtenAs({ parameters: given, throwTerminating }: CommandContext): (text: string) => string {
  const { Encoding: encoding } = given;
  const written = encoding === undefined ? 'a?' : Buffer.from(textEncoding(encoding).encode(sample)).toString('utf8');
  if (written === sample) return (text) => text;
  if (written !== 'a?') throwTerminating(record('EncodingNotSupported', [toText(encoding)], encoding));
  return (text) => text.replaceAll(/[^\0-\x7F]/g, '?');
}

function priorityOf(given: Parameters): OutgoingMail['priority'] {
  const priority = textOf(given, 'Priority')?.toLowerCase();
  return priority === 'high' || priority === 'low' ? priority : 'normal';
}

const notifications = { OnSuccess: 'success', OnFailure: 'failure', Delay: 'delay', Never: 'never' } as const;

function notificationsOf(given: Parameters): readonly string[] {
  const names = textOf(given, 'DeliveryNotificationOption')?.split(', ') ?? [];
  return Object.entries(notifications).flatMap(([name, notify]) => (names.includes(name) ? [notify] : []));
}

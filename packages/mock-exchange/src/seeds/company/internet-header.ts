/** What the header of a mail from the Internet tells. People as `Name <address>`. */
export interface InternetMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt: Date;
  readonly messageId: string;
  /** Full name of the server that took it. */
  readonly server: string;
}

/** The header of a mail as the last server left it: what 007D keeps. */
export function internetHeader({ from, to, subject, sentAt, messageId, server }: InternetMail): string {
  const at = sentAt.toUTCString().replace('GMT', '+0000');
  const sender = from.slice(from.lastIndexOf('@') + 1, -1);
  return [
    `Received: from mail.${sender} ([192.0.2.25]) by ${server} with Microsoft SMTPSVC(6.0.3790.3959);`,
    `\t ${at}`,
    `From: ${encodePerson(from)}`,
    `To: ${encodePerson(to)}`,
    `Subject: ${encodeText(subject)}`,
    `Date: ${at}`,
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
    'X-Mailer: Microsoft Office Outlook 11',
    '',
    '',
  ].join('\r\n');
}

function encodePerson(person: string): string {
  const at = person.lastIndexOf(' <');
  const name = person.slice(0, at);
  return `${isPlain(name) ? `"${name}"` : encodeText(name)}${person.slice(at)}`;
}

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Characters of one encoded word, so that none is longer than 75 in UTF-8. [RFC 2047] 2 */
const wordLength = 10;

function encodeText(text: string): string {
  if (isPlain(text)) return text;
  const characters = Array.from(text);
  const words: string[] = [];
  for (let at = 0; at < characters.length; at += wordLength) {
    const word = Buffer.from(characters.slice(at, at + wordLength).join(''));
    words.push(`=?utf-8?B?${word.toString('base64')}?=`);
  }
  return words.join('\r\n ');
}

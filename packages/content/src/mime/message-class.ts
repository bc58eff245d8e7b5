import type { Attachment } from 'postal-mime';
import type { ParameterizedValue } from './content-type.ts';

/** Classes of signed and encrypted messages. [MS-OXOSMIME] 2.1 */
const secureClasses: Readonly<Record<string, string>> = {
  'multipart/signed': 'IPM.Note.SMIME.MultipartSigned',
  'application/pkcs7-mime': 'IPM.Note.SMIME',
  'application/x-pkcs7-mime': 'IPM.Note.SMIME',
};

/** What a delivery report says happened, and the class of that. [MS-OXCMAIL] 2.1.3.6 */
const deliveryClasses: Readonly<Record<string, string>> = {
  failed: 'REPORT.IPM.Note.NDR',
  delayed: 'REPORT.IPM.Note.Delayed',
  delivered: 'REPORT.IPM.Note.DR',
  relayed: 'REPORT.IPM.Note.Relayed.DR',
  expanded: 'REPORT.IPM.Note.Expanded.DR',
};

/** 001A of a message by its type, and for reports by what they report. */
export function messageClassOf(type: ParameterizedValue, attachments: readonly Attachment[]): string {
  const secure = secureClasses[type.value];
  if (secure !== undefined) return secure;
  if (type.value !== 'multipart/report') return 'IPM.Note';
  const report = attachments.find(({ mimeType }) => reportParts.has(mimeType));
  if (report === undefined) return 'IPM.Note';
  const text = Buffer.from(report.content as Uint8Array).toString('latin1');
  return report.mimeType === 'message/delivery-status' ? deliveryClass(text) : receiptClass(text);
}

const reportParts = new Set(['message/delivery-status', 'message/disposition-notification']);

function deliveryClass(text: string): string {
  const action = /^Action:\s*([a-z]+)/im.exec(text)?.[1]?.toLowerCase() ?? '';
  return deliveryClasses[action] ?? 'IPM.Note';
}

/** Read, or deleted without being read. */
const receiptClass = (text: string): string =>
  /^Disposition:[^;]*;\s*deleted/im.test(text) ? 'REPORT.IPM.Note.IPNNRN' : 'REPORT.IPM.Note.IPNRN';

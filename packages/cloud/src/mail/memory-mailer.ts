import type { Mailer, OutgoingMail } from '@cutover/migration';

/** Keeps each mail in a list, for an organisation that keeps nothing on disk. */
export const memoryMailer = (mails: OutgoingMail[]): Mailer => ({
  send: async (mail) => void mails.push(mail),
});

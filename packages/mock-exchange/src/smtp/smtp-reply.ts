/** An answer that is not the usual one: smtp-server sends it by its code. */
export interface SmtpReply extends Error {
  readonly responseCode: number;
}

export const smtpReply = (responseCode: number, text: string): SmtpReply =>
  Object.assign(new Error(text), { responseCode });

import { dateTime, defineObject, flag, integer, listOf, optional, text, type RecordOf } from '../define-object.ts';

/** Where the mail of a domain goes; ours, the product has no such thing. */
export const mailRoutingOutcome = defineObject({
  name: 'MailRoutingOutcome',
  typeName: 'Cutover.MailRoutingOutcome',
  properties: {
    DomainName: text('SmtpDomain'),
    RoutesToCloud: flag(),
    MailExchangers: listOf(text()),
    /** Seconds. */
    TimeToLive: optional(integer()),
    AutodiscoverTarget: optional(text()),
    AutodiscoverIsReady: flag(),
    SpfRecord: optional(text()),
    SpfIsReady: flag(),
    ChangedAt: optional(dateTime()),
    SafeToCompleteAfter: optional(dateTime()),
    IsSafeToComplete: flag(),
    NextSteps: listOf(text()),
  },
  table: [
    { header: 'DomainName', property: 'DomainName' },
    { header: 'RoutesToCloud', property: 'RoutesToCloud' },
    { header: 'TimeToLive', property: 'TimeToLive' },
    { header: 'SafeToCompleteAfter', property: 'SafeToCompleteAfter' },
  ],
});
/** Where the mail of a domain goes, as Test-MailRouting answers it. */
export type MailRoutingOutcome = RecordOf<typeof mailRoutingOutcome>;

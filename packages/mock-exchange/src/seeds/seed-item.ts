import type {
  ByteSource,
  Contact,
  FollowUpFlag,
  Mail,
  MessageContent,
  RecurrenceException,
  SeriesRule,
  StickyNote,
  StoredProperty,
  Task,
} from '@cutover/content';

/** What every item of a seed may say. People are named by alias or SMTP address. */
interface ItemBase {
  readonly categories?: readonly string[];
  readonly importance?: Mail['importance'];
  readonly sensitivity?: Mail['sensitivity'];
  readonly attachments?: readonly SeedAttachment[];
  /** Properties besides, which replace those that follow from the rest. */
  readonly besides?: readonly StoredProperty[];
  readonly read?: boolean;
}

/** A file, a message or a reference that an item holds. */
export type SeedAttachment =
  | {
      readonly name: string;
      readonly data: Uint8Array | ByteSource;
      readonly mimeType?: string;
      readonly contentId?: string;
      readonly inline?: boolean;
    }
  | { readonly item: SeedItem };

/** A person named by alias, by SMTP address, or as `Name <address>`. */
export type SeedAddress = string;

/** A mail message (IPM.Note). */
export interface SeedMail extends ItemBase {
  readonly type: 'mail';
  readonly subject: string;
  readonly from?: SeedAddress;
  readonly sender?: SeedAddress;
  readonly to?: readonly SeedAddress[];
  readonly cc?: readonly SeedAddress[];
  readonly bcc?: readonly SeedAddress[];
  readonly sentAt: Date;
  readonly text?: string;
  readonly html?: string;
  readonly rtf?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly conversationIndex?: Uint8Array;
  readonly flag?: FollowUpFlag;
  /** 007D: the header that it came with from the Internet. */
  readonly transportHeaders?: string;
  readonly unsent?: boolean;
}

/** An appointment or a meeting (IPM.Appointment); its times are instants. */
export interface SeedAppointment extends ItemBase {
  readonly type: 'appointment';
  readonly subject: string;
  readonly start: Date;
  readonly end: Date;
  readonly text?: string;
  readonly location?: string;
  readonly allDay?: boolean;
  readonly busy?: 'free' | 'tentative' | 'busy' | 'outOfOffice';
  readonly reminderMinutes?: number;
  readonly organizer?: SeedAddress;
  readonly attendees?: readonly {
    readonly address: SeedAddress;
    readonly role?: 'required' | 'optional' | 'resource';
    readonly response?: 'none' | 'tentative' | 'accepted' | 'declined' | 'notResponded';
  }[];
  readonly recurrence?: SeedRecurrence;
}

/** How an appointment recurs, with the instances that differ. */
export interface SeedRecurrence {
  readonly rule: SeriesRule;
  readonly ends?: { readonly count: number } | { readonly until: Date };
  /** Instants of instances that do not take place. */
  readonly deleted?: readonly Date[];
  readonly modified?: readonly (Pick<RecurrenceException, 'subject' | 'location'> & {
    readonly original: Date;
    readonly start: Date;
    readonly end: Date;
  })[];
  /** Zone of the IANA database that the series keeps to. */
  readonly timeZone: string;
  readonly description?: string;
}

/** A contact (IPM.Contact). */
export interface SeedContact
  extends ItemBase, Omit<Contact, 'searchKey' | 'attachments' | 'besides' | 'sensitivity' | 'categories'> {
  readonly type: 'contact';
}
/** A task (IPM.Task). */
export interface SeedTask
  extends
    ItemBase,
    Pick<
      Task,
      | 'subject'
      | 'text'
      | 'status'
      | 'done'
      | 'startsOn'
      | 'dueOn'
      | 'completedOn'
      | 'owner'
      | 'reminderAt'
      | 'createdAt'
    > {
  readonly type: 'task';
}
/** A sticky note (IPM.StickyNote). */
export interface SeedNote
  extends Pick<ItemBase, 'categories' | 'read' | 'besides'>, Pick<StickyNote, 'text' | 'color' | 'createdAt'> {
  readonly type: 'note';
}
/** A message that is ready, from a file as a rule. */
export interface SeedContent {
  readonly type: 'content';
  readonly content: MessageContent;
  readonly deliveredAt?: Date;
  readonly read?: boolean;
}

/** What can be put into a mailbox; `type` says which. */
export type SeedItem = SeedMail | SeedAppointment | SeedContact | SeedTask | SeedNote | SeedContent;

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
export interface ItemBase {
  readonly categories?: readonly string[];
  readonly importance?: Mail['importance'];
  readonly sensitivity?: Mail['sensitivity'];
  readonly attachments?: readonly SeedAttachment[];
  /** Properties besides, which replace those that follow from the rest. */
  readonly besides?: readonly StoredProperty[];
  /** Mail is unread unless told, everything else is read. */
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
  /** Who sent it for whom it is `from`. */
  readonly sender?: SeedAddress;
  readonly to?: readonly SeedAddress[];
  readonly cc?: readonly SeedAddress[];
  readonly bcc?: readonly SeedAddress[];
  /** When it was sent, and delivered. */
  readonly sentAt: Date;
  /** Any of text, html and rtf; clients are given what they ask for. */
  readonly text?: string;
  readonly html?: string;
  readonly rtf?: string;
  /** Made unless given. */
  readonly messageId?: string;
  /** messageId of what it answers. */
  readonly inReplyTo?: string;
  /** 0071: its place in a conversation. */
  readonly conversationIndex?: Uint8Array;
  /** For follow-up. */
  readonly flag?: FollowUpFlag;
  /** 007D: the header that it came with from the Internet. */
  readonly transportHeaders?: string;
  /** A draft. */
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
  /** Before the start. */
  readonly reminderMinutes?: number;
  readonly organizer?: SeedAddress;
  /** With whom it is a meeting. */
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
  /** It never ends unless told. */
  readonly ends?: { readonly count: number } | { readonly until: Date };
  /** Instants of instances that do not take place. */
  readonly deleted?: readonly Date[];
  /** Instances that differ, by the start that they would have had. */
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

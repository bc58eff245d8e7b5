import type { BackendMessage, CmdletParameters, ErrorRecord } from '@cutover/core/metadata';

/** The one thing that a client asks on a connection. */
export type ServiceRequest =
  | { readonly kind: 'invoke'; readonly cmdlet: string; readonly parameters: CmdletParameters }
  /** Ends the service; what is under way goes on when it is started again. */
  | { readonly kind: 'end' };

/** What the service answers: the messages of the cmdlet, then how it ended. */
export type ServiceAnswer =
  | BackendMessage
  | { readonly kind: 'done' }
  /** The call did not take place, or broke off; an error of the cmdlet itself is one of its messages. */
  | { readonly kind: 'broken'; readonly error: ErrorRecord };

import { findProgram as programNamed } from '../../runtime/engine/native-program.ts';
import type { Session } from '../../runtime/engine/session.ts';

/** The path of a program by its name or its path. */
export const findProgram = (session: Session, name: string): string | undefined => programNamed(session, name)?.path;

/** Programs that open a document with what the desktop has for it: of Linux, and of macOS. */
const openers = ['xdg-open', 'gnome-open', 'kfmclient', 'open'];

/** What opens documents and addresses, if this machine has something. */
export const openerOf = (session: Session): string | undefined =>
  openers.map((name) => findProgram(session, name)).find((path) => path !== undefined);

import { drivesOf } from '../../providers/drives.ts';
import { leafOf } from '../../providers/path-text.ts';
import type { NativeProgram } from './command.ts';
import type { Session } from './session.ts';

/** A program by its path or in the folders of PATH, where the embedder grants programs. */
export function findProgram(session: Session, name: string): NativeProgram | undefined {
  const { processes } = session.capabilities;
  if (!processes || name === '') return undefined;
  const searchPath = session.environment.get('PATH') ?? '';
  const path = processes.find(name, { searchPath, folder: drivesOf(session).folder });
  return path === undefined ? undefined : { kind: 'application', name: leafOf(path), path };
}

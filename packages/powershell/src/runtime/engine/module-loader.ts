import type { Module } from './module.ts';
import type { Session } from './session.ts';

/** Loads modules for code that runs in pipelines, which loading itself needs. */
export interface ModuleLoader {
  /** A module by path or name; a path begins in the folder. */
  load(session: Session, name: string, folder: string): Module | undefined;
  /** The module in PSModulePath that has a function. */
  loadOf(session: Session, functionName: string): Module | undefined;
}

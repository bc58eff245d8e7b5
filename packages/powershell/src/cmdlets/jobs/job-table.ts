import { Guid } from '../../dotnet/index.ts';
import type { Session } from '../../runtime/engine/session.ts';
import { newGuidText } from '../../runtime/values/running-session.ts';
import { now } from '../time/now.ts';
import { Job, type JobFields } from './job.ts';

/** The jobs of a session. */
export class JobTable {
  readonly #session: Session;
  #jobs: Job[] = [];
  #lastId = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get all(): readonly Job[] {
    return this.#jobs;
  }

  /** A job of another process takes two numbers: its child has one, too. */
  add({ kind, command, name }: Pick<JobFields, 'kind' | 'command'> & { readonly name: string | undefined }): Job {
    const id = this.#lastId + 1;
    this.#lastId += kind === 'BackgroundJob' ? 2 : 1;
    const instanceId = Guid.parse(newGuidText());
    const job = new Job({ id, instanceId, name: name ?? `Job${id}`, kind, command, begin: now(this.#session) });
    this.#jobs.push(job);
    return job;
  }

  remove(job: Job): void {
    this.#jobs = this.#jobs.filter((each) => each !== job);
  }
}

const tables = new WeakMap<Session, JobTable>();

export function jobsOf(session: Session): JobTable {
  const table = tables.get(session) ?? new JobTable(session);
  tables.set(session, table);
  return table;
}

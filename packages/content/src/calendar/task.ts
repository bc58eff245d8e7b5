import { filetimeFromDate } from '@cutover/wire';
import { pidLid, pidTag } from '@cutover/wire/properties';
import { encodeRecurrencePattern } from '../blobs/recurrence.ts';
import type { MessageContent } from '../message-content.ts';
import { composeMail, type Mail } from '../mail.ts';
import { PropertyList } from '../property-list.ts';
import { buildPattern, type Series } from './series.ts';

/** A task. Dates are days: their time is midnight UTC. */
export interface Task extends Pick<
  Mail,
  'subject' | 'text' | 'html' | 'categories' | 'sensitivity' | 'importance' | 'searchKey' | 'attachments' | 'besides'
> {
  readonly status?: keyof typeof statuses;
  /** 0 to 1. */
  readonly done?: number;
  readonly startsOn?: Date | undefined;
  readonly dueOn?: Date | undefined;
  readonly completedOn?: Date | undefined;
  readonly owner?: string | undefined;
  readonly reminderAt?: Date | undefined;
  readonly createdAt: Date;
  readonly series?: Series;
}

const statuses = { notStarted: 0, inProgress: 1, complete: 2, waiting: 3, deferred: 4 } as const;
const taskIcon = 0x500;

const filetime = (date: Date | undefined): bigint | undefined =>
  date === undefined ? undefined : filetimeFromDate(date);

/** Makes an IPM.Task. [MS-OXOTASK] 2.2.2 */
export function composeTask(task: Task): MessageContent {
  const { status = 'notStarted', done = status === 'complete' ? 1 : 0, series } = task;
  const list = new PropertyList()
    .set(pidTag.iconIndex, taskIcon)
    .setNamed(pidLid.taskStatus, statuses[status])
    .setNamed(pidLid.percentComplete, done)
    .setNamed(pidLid.taskComplete, status === 'complete')
    .setNamed(pidLid.taskStartDate, filetime(task.startsOn))
    .setNamed(pidLid.taskDueDate, filetime(task.dueOn))
    .setNamed(pidLid.commonStart, filetime(task.startsOn))
    .setNamed(pidLid.commonEnd, filetime(task.dueOn))
    .setNamed(pidLid.taskDateCompleted, filetime(task.completedOn))
    .setNamed(pidLid.taskOwner, task.owner)
    .setNamed(pidLid.taskOwnership, 0)
    .setNamed(pidLid.taskState, 1)
    .setNamed(pidLid.taskVersion, 1)
    .setNamed(pidLid.taskFRecurring, series !== undefined)
    .setNamed(pidLid.taskRecurrence, series === undefined ? undefined : encodeRecurrencePattern(buildPattern(series)))
    .setNamed(pidLid.reminderSet, task.reminderAt !== undefined)
    .setNamed(pidLid.reminderTime, filetime(task.reminderAt))
    .setNamed(pidLid.reminderSignalTime, filetime(task.reminderAt));
  const besides = [...list.toArray(), ...(task.besides ?? [])];
  return composeMail({ ...task, messageClass: 'IPM.Task', sentAt: task.createdAt, besides });
}

import {
  dateTime,
  defineObject,
  enumeration,
  integer,
  listOf,
  optional,
  recordOf,
  text,
  type RecordOf,
} from '../define-object.ts';

const planPhases = ['Plan', 'Prepare', 'Migrate', 'Complete', 'Afterwards'] as const;
const planStatuses = ['Done', 'Warning', 'Open', 'Manual', 'NotApplicable'] as const;

/** One item of a plan; `Manual` is ticked off by hand, the others turn done by what they look at. */
export const migrationPlanItem = defineObject({
  name: 'MigrationPlanItem',
  typeName: 'Cutover.MigrationPlanItem',
  properties: {
    Number: integer(),
    Id: text(),
    Phase: enumeration('MigrationPlanPhase', planPhases),
    Title: text(),
    Why: text(),
    Status: enumeration('MigrationPlanStatus', planStatuses),
    Detail: optional(text()),
    Command: optional(text()),
  },
  table: [
    { header: 'Number', property: 'Number' },
    { header: 'Status', property: 'Status' },
    { header: 'Title', property: 'Title' },
  ],
});
export type MigrationPlanItem = RecordOf<typeof migrationPlanItem>;

/** The checklist of a cutover as it stands; ours, the product has no such thing. */
export const migrationPlan = defineObject({
  name: 'MigrationPlan',
  typeName: 'Cutover.MigrationPlan',
  properties: {
    CreatedAt: dateTime(),
    DoneCount: integer(),
    OpenCount: integer(),
    Items: listOf(recordOf(migrationPlanItem)),
    Markdown: text(),
    /** A page of its own. */
    Html: text(),
  },
});
export type MigrationPlan = RecordOf<typeof migrationPlan>;

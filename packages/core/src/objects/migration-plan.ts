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
const planStatuses = ['Done', 'Warning', 'Open', 'NotApplicable'] as const;

/** One item of a plan; it turns done by what `DoneWhen` tells. */
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
    /** What its check looks for. */
    DoneWhen: text(),
    /** When a plan first found it done. */
    DoneAt: optional(dateTime()),
    Detail: optional(text()),
    Command: optional(text()),
  },
  table: [
    { header: 'Number', property: 'Number', width: 6 },
    { header: 'Status', property: 'Status', width: 13 },
    { header: 'Id', property: 'Id', width: 25 },
    { header: 'Title', property: 'Title' },
  ],
});
/** An item of a plan with its state. */
export type MigrationPlanItem = RecordOf<typeof migrationPlanItem>;

/** What only a person can tell; answered by a parameter of its name, or by -Answer. */
export const migrationPlanQuestion = defineObject({
  name: 'MigrationPlanQuestion',
  typeName: 'Cutover.MigrationPlanQuestion',
  properties: {
    Id: text(),
    Question: text(),
    Choices: listOf(text()),
    Answer: text(),
  },
  table: [
    { header: 'Id', property: 'Id', width: 18 },
    { header: 'Answer', property: 'Answer', width: 13 },
    { header: 'Question', property: 'Question' },
  ],
});
/** A question of a plan that its person answers. */
export type MigrationPlanQuestion = RecordOf<typeof migrationPlanQuestion>;

/** The checklist of a cutover as it stands; ours, the product has no such thing. */
export const migrationPlan = defineObject({
  name: 'MigrationPlan',
  typeName: 'Cutover.MigrationPlan',
  properties: {
    CreatedAt: dateTime(),
    DoneCount: integer(),
    OpenCount: integer(),
    Questions: listOf(recordOf(migrationPlanQuestion)),
    Items: listOf(recordOf(migrationPlanItem)),
    Markdown: text(),
    /** A page of its own. */
    Html: text(),
  },
  table: [
    { header: 'CreatedAt', property: 'CreatedAt' },
    { header: 'DoneCount', property: 'DoneCount' },
    { header: 'OpenCount', property: 'OpenCount' },
  ],
});
/** A plan as New-MigrationPlan answers it. */
export type MigrationPlan = RecordOf<typeof migrationPlan>;

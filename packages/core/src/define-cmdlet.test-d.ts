import type { getMigrationUser } from './cmdlets/get-migration-user.ts';
import type { OutputOf, ParametersOf } from './cmdlet-definition.ts';

type Parameters = ParametersOf<(typeof getMigrationUser)['definition']>;
type User = OutputOf<(typeof getMigrationUser)['definition']>;

// Parameters of one set go together.
({ BatchId: 'Cutover', Status: 'Synced' }) satisfies Parameters;
({ EmailAddress: 'laura@contoso.com' }) satisfies Parameters;
({}) satisfies Parameters;

// @ts-expect-error -- two sets at once
({ EmailAddress: 'laura@contoso.com', BatchId: 'Cutover' }) satisfies Parameters;

// @ts-expect-error -- not supported by a cutover
({ Partition: 'x' }) satisfies Parameters;

// @ts-expect-error -- no such state
({ Status: 'Stalled' }) satisfies Parameters;

declare const user: User;
user.Identity satisfies string;
user.LastSuccessfulSyncTime satisfies Date | null;

import { sql, type Queries } from './query.ts';

/** What Set-OrganizationConfig keeps, as texts by the names of its parameters. */
export interface OrganisationValues {
  all(): Readonly<Record<string, string>>;
  set(name: string, value: string): void;
}

export function createOrganisationValues(queries: Queries): OrganisationValues {
  return {
    all: () =>
      Object.fromEntries(
        queries.all(sql.selectFrom('organisation_setting').selectAll()).map(({ name, value }) => [name, value]),
      ),
    set: (name, value) =>
      queries.run(
        sql
          .insertInto('organisation_setting')
          .values({ name, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
      ),
  };
}

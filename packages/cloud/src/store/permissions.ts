import { sql, type Queries } from './query.ts';

/** What somebody may do with a recipient that is not his own. */
export interface Permission {
  readonly trustee: string;
  /** As the product spells it: FullAccess, SendAs … */
  readonly accessRight: string;
}

/** Rights on recipients, by the recipient's GUID. */
export interface Permissions {
  list(guid: string): Permission[];
  grant(guid: string, permission: Permission): void;
  /** False: there was no such right. */
  revoke(guid: string, permission: Permission): boolean;
}

export function createPermissions(queries: Queries): Permissions {
  const numberOf = (guid: string) => sql.selectFrom('recipient').select('number').where('guid', '=', guid);
  const list = (guid: string): Permission[] =>
    queries.all(
      sql
        .selectFrom('recipient_permission')
        .select(['trustee', 'accessRight'])
        .where('recipient', '=', numberOf(guid))
        .orderBy('trustee')
        .orderBy('accessRight'),
    );
  const has = (guid: string, { trustee, accessRight }: Permission): boolean =>
    list(guid).some((one) => one.trustee.toLowerCase() === trustee.toLowerCase() && one.accessRight === accessRight);
  return {
    list,
    grant: (guid, permission) => {
      const { number } = queries.first(numberOf(guid))!;
      queries.run(
        sql
          .insertInto('recipient_permission')
          .values({ recipient: number, ...permission })
          .onConflict((conflict) => conflict.doNothing()),
      );
    },
    revoke: (guid, permission) => {
      const found = has(guid, permission);
      queries.run(
        sql
          .deleteFrom('recipient_permission')
          .where('recipient', '=', numberOf(guid))
          .where('trustee', '=', permission.trustee)
          .where('accessRight', '=', permission.accessRight),
      );
      return found;
    },
  };
}

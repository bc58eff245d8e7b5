/** System.DBNull: the one value that a database has for none; unlike `$null` it is an object. */
export class DbNull {
  static readonly value = new DbNull();
  readonly typeName = 'System.DBNull';

  text(): string {
    return '';
  }
}

/** A null that a method's parameter of type string takes as null, not as empty text. Source: System.Management.Automation.Language.NullString. */
export class NullString {
  static readonly value = new NullString();
  readonly typeName = 'System.Management.Automation.Language.NullString';

  text(): string {
    return '';
  }
}

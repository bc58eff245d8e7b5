/** `[object]::new()`: an object of .NET without members. */
export class PlainObject {
  readonly typeName = 'System.Object';
}

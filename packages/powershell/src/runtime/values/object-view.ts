/** What `$x.psobject` gives. Source: PSInternalMemberSet. */
export class ObjectView {
  readonly typeName = 'System.Management.Automation.PSInternalMemberSet';
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

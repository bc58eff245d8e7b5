/** What a `[switch]` parameter holds. Source: System.Management.Automation.SwitchParameter. */
export class SwitchParameter {
  readonly typeName = 'System.Management.Automation.SwitchParameter';
  readonly isPresent: boolean;

  constructor(isPresent: boolean) {
    this.isPresent = isPresent;
  }
}

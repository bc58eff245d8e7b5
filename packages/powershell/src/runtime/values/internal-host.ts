import type { Host } from '../engine/host.ts';

/** `$Host`. Source: System.Management.Automation.Internal.Host.InternalHost. */
export class InternalHost {
  readonly typeName = 'System.Management.Automation.Internal.Host.InternalHost';
  readonly ui: HostInterface;

  constructor(host: Host) {
    this.ui = new HostInterface(host);
  }
}

/** `$Host.UI`. */
export class HostInterface {
  readonly typeName = 'System.Management.Automation.Internal.Host.InternalHostUserInterface';
  readonly host: Host;
  readonly raw: RawInterface;

  constructor(host: Host) {
    this.host = host;
    this.raw = new RawInterface(host);
  }
}

/** `$Host.UI.RawUI`. */
export class RawInterface {
  readonly typeName = 'System.Management.Automation.Internal.Host.InternalHostRawUserInterface';
  readonly host: Host;
  windowTitle = '';

  constructor(host: Host) {
    this.host = host;
  }
}

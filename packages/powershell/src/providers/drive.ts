import type { Provider } from './provider.ts';

export interface DriveFields {
  readonly name: string;
  readonly provider: Provider;
  /** Where it begins in the provider's paths. */
  readonly root: string;
  readonly description?: string;
}

/** Source: System.Management.Automation.PSDriveInfo. */
export class Drive {
  readonly typeName = 'System.Management.Automation.PSDriveInfo';
  readonly name: string;
  readonly provider: Provider;
  readonly root: string;
  description: string;
  /** The provider's path of the current location on this drive. */
  location: string;

  constructor({ name, provider, root, description = '' }: DriveFields) {
    this.name = name;
    this.provider = provider;
    this.root = root;
    this.description = description;
    this.location = root;
  }

  text(): string {
    return this.name;
  }
}

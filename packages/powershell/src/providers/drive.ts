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
  description: string;
  readonly #fields: DriveFields;
  #location: string | undefined;

  constructor(fields: DriveFields) {
    this.name = fields.name;
    this.provider = fields.provider;
    this.description = fields.description ?? '';
    this.#fields = fields;
  }

  /** Asked for when it is needed: a root may have to be found out. */
  get root(): string {
    return this.#fields.root;
  }

  /** The provider's path of the current location on this drive. */
  get location(): string {
    return this.#location ?? this.root;
  }

  set location(path: string) {
    this.#location = path;
  }

  text(): string {
    return this.name;
  }
}

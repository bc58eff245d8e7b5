import { toText } from './to-text.ts';

export type MessageKind = 'Warning' | 'Verbose' | 'Debug';

/** A record of the warning, verbose or debug stream. Source: System.Management.Automation.InformationalRecord. */
export class MessageRecord {
  readonly kind: MessageKind;
  readonly message: string;

  constructor(kind: MessageKind, message: string) {
    this.kind = kind;
    this.message = message;
  }

  get typeName(): string {
    return `System.Management.Automation.${this.kind}Record`;
  }

  text(): string {
    return this.message;
  }
}

export interface HostMessageOptions {
  readonly noNewLine: boolean;
  readonly foregroundColor?: unknown;
  readonly backgroundColor?: unknown;
}

/** What Write-Host gives to the information stream. */
export class HostInformationMessage {
  readonly typeName = 'System.Management.Automation.HostInformationMessage';
  readonly message: string;
  readonly noNewLine: boolean;
  readonly foregroundColor: unknown;
  readonly backgroundColor: unknown;

  constructor(message: string, options: HostMessageOptions) {
    this.message = message;
    this.noNewLine = options.noNewLine;
    this.foregroundColor = options.foregroundColor ?? null;
    this.backgroundColor = options.backgroundColor ?? null;
  }

  text(): string {
    return this.message;
  }
}

/** A record of the information stream. Source: System.Management.Automation.InformationRecord. */
export class InformationRecord {
  readonly typeName = 'System.Management.Automation.InformationRecord';
  readonly data: unknown;
  readonly source: string;
  readonly tags: readonly string[];
  readonly time: number;

  constructor({ data, source, tags, time }: Pick<InformationRecord, 'data' | 'source' | 'tags' | 'time'>) {
    this.data = data;
    this.source = source;
    this.tags = tags;
    this.time = time;
  }

  text(): string {
    return toText(this.data);
  }
}

import type { FormatNode } from './format-node.ts';
import type { ListField } from './list-writer.ts';
import type { Alignment, TableColumn } from './table-writer.ts';

export type FormatShape = 'table' | 'list' | 'wide' | 'custom';

/** Begins a document: all that follows until its end has one shape. */
export interface StartPacket {
  readonly kind: 'start';
  readonly shape: FormatShape;
  readonly autoSize: boolean;
  /** Of a table. */
  readonly columns: readonly TableColumn[];
  readonly hideHeader: boolean;
  readonly repeatHeader: boolean;
  /** Of a wide view; 0 leaves it to the writer. */
  readonly perLine: number;
}

export interface GroupStartPacket {
  readonly kind: 'groupStart';
  readonly heading?: readonly FormatNode[] | undefined;
}

export type EntryBody =
  | {
      readonly type: 'row';
      readonly cells: readonly string[];
      readonly alignments?: readonly (Alignment | undefined)[];
      readonly wrap: boolean;
    }
  | { readonly type: 'fields'; readonly fields: readonly ListField[] }
  | { readonly type: 'item'; readonly text: string }
  | { readonly type: 'nodes'; readonly nodes: readonly FormatNode[] }
  | { readonly type: 'text'; readonly text: string };

/** One object. Out of band means that it has no place in the document around it and is written by its own rules. */
export interface EntryPacket {
  readonly kind: 'entry';
  readonly outOfBand: boolean;
  readonly body: EntryBody;
}

/** What the Format cmdlets write to the pipeline and the Out cmdlets read. */
export type FormatPacket =
  | StartPacket
  | GroupStartPacket
  | EntryPacket
  | { readonly kind: 'groupEnd' }
  | { readonly kind: 'end' };

const prefix = 'Microsoft.PowerShell.Commands.Internal.Format.';

/** The type names under which scripts see packets. */
export const packetTypeNames: Readonly<Record<FormatPacket['kind'], string>> = {
  start: `${prefix}FormatStartData`,
  groupStart: `${prefix}GroupStartData`,
  entry: `${prefix}FormatEntryData`,
  groupEnd: `${prefix}GroupEndData`,
  end: `${prefix}FormatEndData`,
};

/** A packet as an object of the pipeline. */
export class FormatData {
  readonly packet: FormatPacket;

  constructor(packet: FormatPacket) {
    this.packet = packet;
  }

  get typeName(): string {
    return packetTypeNames[this.packet.kind];
  }
}

import { columnsThatFit } from './column-widths.ts';
import { cellsOf } from './display-cells.ts';
import { formatErrors } from './errors.ts';
import { writeNodes } from './format-node.ts';
import {
  type EntryBody,
  type EntryPacket,
  type FormatPacket,
  type GroupStartPacket,
  type StartPacket,
  packetTypeNames,
} from './format-packet.ts';
import type { LineOutput } from './line-output.ts';
import { writeList } from './list-writer.ts';
import { TableWriter } from './table-writer.ts';

export interface PacketWriterOptions {
  readonly output: LineOutput;
  /** Milliseconds of a clock; with it a table whose columns fit their content is begun after 300 ms, not at its end. */
  readonly now?: (() => number) | undefined;
}

/** How long rows are held back to see how wide they are, in ms. Source: OutCommandInner.ProcessObject. */
const holdBack = 300;
/** Lines that a pager and a blank take of a screen. */
const reservedLines = 2;
const defaultPerLine = 2;

/** Writes packets as lines; holds a group back where its columns fit its content. Source: OutCommandInner, OutputGroupQueue. */
export class PacketWriter {
  readonly #options: PacketWriterOptions;
  #start: StartPacket | undefined;
  #group: GroupWriter | undefined;
  #inGroup = false;
  #held: FormatPacket[] | undefined;
  #heldSince = 0;

  constructor(options: PacketWriterOptions) {
    this.#options = options;
  }

  write(packet: FormatPacket): void {
    this.#check(packet);
    if (packet.kind === 'groupStart' && this.#fitsContent()) {
      this.#held = [packet];
      this.#heldSince = this.#options.now?.() ?? 0;
      return;
    }
    if (!this.#held) return this.#process(packet);
    this.#held.push(packet);
    if (packet.kind === 'groupEnd' || this.#heldLongEnough()) this.flush();
  }

  /** Writes what is held back. */
  flush(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    const sizes = held.length > 0 ? contentSizes(held) : undefined;
    for (const packet of held) this.#process(packet, sizes);
  }

  /** Ends a document that nobody ended. */
  end(): void {
    this.flush();
    if (this.#group) this.#process({ kind: 'groupEnd' });
    this.#start = undefined;
    this.#inGroup = false;
  }

  get #output(): LineOutput {
    return this.#options.output;
  }

  #check(packet: FormatPacket): void {
    if (packet.kind === 'start' && this.#inGroup) this.end();
    if (packet.kind === 'entry' && packet.outOfBand) return;
    const expected =
      packet.kind === 'start'
        ? !this.#start
        : this.#inGroup === (packet.kind === 'entry' || packet.kind === 'groupEnd');
    if (!expected || (packet.kind !== 'start' && !this.#start)) {
      throw formatErrors.outOfSequence({ typeName: packetTypeNames[packet.kind], command: commandOf(packet) });
    }
    if (packet.kind === 'start') this.#start = packet;
    if (packet.kind === 'groupStart') this.#inGroup = true;
    if (packet.kind === 'groupEnd') this.#inGroup = false;
  }

  #fitsContent(): boolean {
    const start = this.#start;
    if (!start) return false;
    return start.autoSize || (start.shape === 'table' && start.columns[0]?.width === 0);
  }

  #heldLongEnough(): boolean {
    const { now } = this.#options;
    return now !== undefined && !this.#start?.autoSize && now() - this.#heldSince > holdBack;
  }

  #process(packet: FormatPacket, sizes?: readonly number[]): void {
    switch (packet.kind) {
      case 'start':
        return this.#output.writeLine('');
      case 'end':
        return this.#endDocument();
      case 'groupStart':
        return this.#startGroup(packet, sizes);
      case 'groupEnd':
        this.#group?.end();
        this.#group = undefined;
        return;
      case 'entry':
        return this.#writeEntry(packet);
    }
  }

  #endDocument(): void {
    if (this.#start?.shape !== 'list') this.#output.writeLine('');
    this.#start = undefined;
  }

  #startGroup({ heading }: GroupStartPacket, sizes: readonly number[] | undefined): void {
    if (heading) {
      writeNodes(heading, this.#output);
      this.#output.writeLine('');
    }
    this.#group = openGroup(this.#start!, this.#output, sizes);
  }

  #writeEntry({ body, outOfBand }: EntryPacket): void {
    if (outOfBand) writeOutOfBand(body, this.#output);
    else this.#group?.add(body);
  }
}

function commandOf(packet: FormatPacket): string {
  return packet.kind === 'start' ? `format-${packet.shape === 'custom' ? 'complex' : packet.shape}` : 'format-*';
}

/** The widest content of each column; of a wide view, of all items. */
function contentSizes(packets: readonly FormatPacket[]): number[] {
  const sizes: number[] = [];
  for (const packet of packets) {
    if (packet.kind !== 'entry' || packet.outOfBand) continue;
    const cells = cellsIn(packet.body);
    for (let index = 0; index < cells.length; index++) {
      const size = cellsOf(cells[index]!);
      if (size > (sizes[index] ?? -1)) sizes[index] = size;
    }
  }
  return sizes;
}

function cellsIn(body: EntryBody): readonly string[] {
  if (body.type === 'row') return body.cells;
  return body.type === 'item' ? [body.text] : [];
}

interface GroupWriter {
  add(body: EntryBody): void;
  end(): void;
}

function openGroup(start: StartPacket, output: LineOutput, sizes: readonly number[] | undefined): GroupWriter {
  if (start.shape === 'table') return tableGroup(start, output, sizes);
  if (start.shape === 'wide') return wideGroup(start, output, sizes);
  return { add: (body) => writeBody(body, output), end: () => undefined };
}

function tableGroup(start: StartPacket, output: LineOutput, sizes: readonly number[] | undefined): GroupWriter {
  const columns = sizes
    ? start.columns.map((column, index) => ({ ...column, width: Math.max(cellsOf(column.label), sizes[index] ?? 0) }))
    : start.columns;
  const writer = new TableWriter(columns, output);
  let lines = start.hideHeader ? 0 : writer.writeHeader();
  const screen = start.repeatHeader && output.height ? output.height - reservedLines : Infinity;
  const add = (body: EntryBody): void => {
    if (body.type !== 'row') return;
    if (lines >= screen) {
      output.writeLine('');
      lines = start.hideHeader ? 0 : writer.writeHeader();
    }
    writer.writeRow(body.cells, body);
    lines++;
  };
  return { add, end: () => undefined };
}

function wideGroup(start: StartPacket, output: LineOutput, sizes: readonly number[] | undefined): GroupWriter {
  const perLine = wideColumns(start, output, sizes);
  const column = { label: '', width: 0, alignment: 'left', isProperty: true } as const;
  const writer = new TableWriter(
    Array.from({ length: perLine }, () => column),
    output,
  );
  const pending: string[] = [];
  const end = (): void => {
    if (pending.length > 0) writer.writeRow(pending.splice(0), { wrap: false });
  };
  const add = (body: EntryBody): void => {
    pending.push(body.type === 'item' ? body.text : '');
    if (pending.length === perLine) end();
  };
  return { add, end };
}

function wideColumns({ perLine }: StartPacket, { width }: LineOutput, sizes: readonly number[] | undefined): number {
  const widest = sizes?.[0] ?? 0;
  return widest > 0 ? columnsThatFit(widest, width) : perLine || defaultPerLine;
}

function writeBody(body: EntryBody, output: LineOutput): void {
  if (body.type === 'fields') {
    writeList(body.fields, output);
    output.writeLine('');
  }
  if (body.type === 'nodes') writeNodes(body.nodes, output);
}

/** Text goes out as it is, custom views are not broken at the width, lists have a blank line on either side. */
function writeOutOfBand(body: EntryBody, output: LineOutput): void {
  if (body.type === 'text') output.writeLine(body.text);
  if (body.type === 'nodes') writeNodes(body.nodes, output, Infinity);
  if (body.type !== 'fields') return;
  output.writeLine('');
  writeBody(body, output);
}

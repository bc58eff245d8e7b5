import { isWireError } from '@cutover/wire';
import {
  decodeStreamValue,
  type FastTransferElement,
  FastTransferParser,
  type Marker,
  marker,
  markerName,
  metaTag,
} from '@cutover/wire/fasttransfer';
import { type Property, type PropertyName, type PropertyTag, typeOfTag } from '@cutover/wire/properties';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { ItemContent } from './contents-sync.ts';

/** An item with everything in it, as MAPI has it. */
export interface DecodedItem {
  readonly properties: readonly Property[];
  readonly recipients: readonly (readonly Property[])[];
  readonly attachments: readonly DecodedAttachment[];
}

/** One attachment; `embedded` if it is an item itself. */
export interface DecodedAttachment {
  readonly properties: readonly Property[];
  readonly embedded?: DecodedItem | undefined;
}

/** How an item is made of a stream of FastTransfer. */
export interface DecodeItemOptions {
  /** Bytes of a value that is taken into memory; a larger one is refused. Default 4 MB. */
  readonly largestValue?: number | undefined;
}

/**
 * Reads an item's content into typed properties. It takes the whole item into memory: content that is only stored or passed on is
 * better left as it comes.
 */
export async function decodeItem(
  content: ItemContent | Iterable<Uint8Array>,
  options: DecodeItemOptions = {},
): Promise<DecodedItem> {
  const { largestValue = limits.itemValue } = options;
  const parser = new FastTransferParser({ wholeUpTo: largestValue });
  const builder = new ItemBuilder(largestValue);
  try {
    for await (const chunk of content) {
      parser.push(chunk);
      for (let element = parser.next(); element; element = parser.next()) builder.take(element);
    }
    parser.finish();
    return builder.finish();
  } catch (error) {
    if (!isWireError(error)) throw error;
    throw errors.streamInvalid({ reason: error.message, offset: parser.offset }, { cause: error });
  }
}

interface Building {
  readonly properties: Property[];
  readonly recipients: Property[][];
  readonly attachments: BuildingAttachment[];
}
interface BuildingAttachment {
  readonly properties: Property[];
  embedded?: Building;
}

/** What is being read: which list takes the next property, and which marker ends it. */
interface Level {
  readonly item: Building;
  readonly list: Property[];
  readonly end: Marker | undefined;
}

const metaTags: ReadonlySet<number> = new Set(Object.values(metaTag));

class ItemBuilder {
  readonly #largestValue: number;
  readonly #levels: Level[];
  readonly #item: Building = newItem();

  constructor(largestValue: number) {
    this.#largestValue = largestValue;
    this.#levels = [{ item: this.#item, list: this.#item.properties, end: undefined }];
  }

  take(element: FastTransferElement): void {
    if (element.kind === 'marker') this.#mark(element.tag);
    else if (element.kind === 'property') this.#add(element);
    else if (element.kind === 'start') {
      const { tag, length } = element;
      throw errors.valueTooLarge({ tag, length, limit: this.#largestValue });
    }
  }

  finish(): DecodedItem {
    const { end } = this.#level;
    if (end !== undefined) throw invalid(`the item ends before ${markerName(end)}`);
    return this.#item;
  }

  get #level(): Level {
    return this.#levels.at(-1)!;
  }

  #add({ tag, name, value }: { tag: PropertyTag; name?: PropertyName; value: Uint8Array }): void {
    // A meta-property directs the reader and belongs to no object.
    if (metaTags.has(tag)) return;
    const decoded = decodeStreamValue(typeOfTag(tag), Uint8Array.from(value));
    this.#level.list.push(name === undefined ? { tag, value: decoded } : { tag, name, value: decoded });
  }

  #mark(tag: Marker): void {
    const { item, end } = this.#level;
    if (tag === end) this.#levels.pop();
    else if (tag === marker.startRecip) this.#open(item, addTo(item.recipients, []), marker.endToRecip);
    else if (tag === marker.newAttach) {
      const attachment = addTo(item.attachments, { properties: [] });
      this.#open(item, attachment.properties, marker.endAttach);
    } else if (tag === marker.startEmbed) this.#openEmbedded(item);
    else throw invalid(`${markerName(tag)} out of place`);
  }

  #open(item: Building, list: Property[], end: Marker): void {
    if (this.#level.end !== undefined && this.#level.end !== marker.endEmbed)
      throw invalid('an object inside a recipient');
    this.#levels.push({ item, list, end });
  }

  #openEmbedded(holder: Building): void {
    const attachment = holder.attachments.at(-1);
    if (this.#level.end !== marker.endAttach || !attachment) throw invalid('an embedded item outside an attachment');
    if (this.#levels.length > limits.itemDepth) throw invalid('items are nested too deeply');
    attachment.embedded = newItem();
    this.#levels.push({ item: attachment.embedded, list: attachment.embedded.properties, end: marker.endEmbed });
  }
}

function newItem(): Building {
  return { properties: [], recipients: [], attachments: [] };
}

function addTo<T>(list: T[], one: T): T {
  list.push(one);
  return one;
}

function invalid(reason: string): Error {
  return errors.streamInvalid({ reason, offset: 0 });
}

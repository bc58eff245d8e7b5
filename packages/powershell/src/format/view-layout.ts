import type { EntryBody, StartPacket } from './format-packet.ts';
import type { FormatContext, FormatRequest } from './format-request.ts';
import type { ViewGroup } from './view.ts';

/** Lays the objects of one document out. */
export interface ViewLayout {
  start(): StartPacket;
  entry(value: unknown): EntryBody;
}

/** A layout with what decides about its document. */
export interface ViewGenerator extends ViewLayout {
  /** Whether a value has a place in this document. */
  fits(typeNames: readonly string[]): boolean;
  readonly groupBy: ViewGroup | undefined;
}

export interface GeneratorOptions extends FormatContext {
  readonly request: FormatRequest;
}

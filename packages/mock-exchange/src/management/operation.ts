import type { z } from 'zod';
import type { ManagedWorld } from './managed-world.ts';

/** What an operation answers; without a body there is nothing to say. */
export interface ManagementAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Instead of a body: JSON in pieces. */
  readonly text?: Iterable<string>;
}

/** One thing that can be asked of the endpoint. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Below the endpoint's URL; `:name` stands for one part of the path. */
  readonly path: string;
  /** What the body has to be. */
  readonly accepts?: z.ZodType;
  /** Bytes of the body; `limits.managementBody` unless told. */
  readonly longest?: number;
  readonly run: (world: ManagedWorld, request: ManagementRequest) => ManagementAnswer | Promise<ManagementAnswer>;
}

/** What was asked. */
export interface ManagementRequest {
  /** What stands at `:name` of the path. */
  readonly name: string;
  readonly body: unknown;
  readonly query: Readonly<Record<string, string>>;
}

import { parseJson, validate } from '../validate.ts';
import { type SeedFile, seedSchema } from './seed-schema.ts';

/** Reads the JSON form of a seed; what is wrong is told all at once, each with its place and how to mend it. */
export const parseSeedFile = (source: string, path: string): SeedFile =>
  validate(seedSchema, parseJson(source, path), path);

import { pathToFileURL } from 'node:url';
import type { Shelf } from '@cutover/powershell/values';

const shelfEntry = /^(\s*)shelf\((\(\) =>[\s\S]*?)\),$/gm;

/** Writes the labels of shelves into the program, so that it knows them before it loads what stands there. */
export const shelfLabels = {
  name: 'shelf-labels',
  transform: async (code: string, id: string): Promise<string | undefined> => {
    const lines = code.match(shelfEntry);
    if (!lines) return undefined;
    const shelves = await shelvesOf(id);
    if (shelves?.length !== lines.length) throw new Error(`${id}: each line of its list must be one shelf(() => …).`);
    let index = 0;
    return code.replaceAll(
      shelfEntry,
      (_line, space: string, load: string) => `${space}shelf(${load}, ${JSON.stringify(shelves[index++]!.labels)}),`,
    );
  },
};

/** The list of shelves that a module exports. */
async function shelvesOf(id: string): Promise<readonly Shelf<unknown>[] | undefined> {
  const module = (await import(pathToFileURL(id).href)) as Record<string, unknown>;
  return Object.values(module).find((value) => Array.isArray(value)) as readonly Shelf<unknown>[] | undefined;
}

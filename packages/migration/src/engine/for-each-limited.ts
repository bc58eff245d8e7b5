/** Runs `work` for every item, at most `most` at the same time, begun in order. When all have ended the first failure is thrown. */
export async function forEachLimited<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    // One iterator for all workers: each takes the next item that nobody has.
    for (const item of queue) await work(item);
  };
  const results = await Promise.allSettled(Array.from({ length: most }, worker));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

import { getHeapStatistics } from 'node:v8';

/** Bytes of heap that this process has in use: what a limit of memory is compared with. */
export function usedMemory(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

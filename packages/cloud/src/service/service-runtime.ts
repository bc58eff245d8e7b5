/**
 * How Node runs a process that migrates. Young garbage is short-lived buffers here, for which a small space is as good as a
 * large one; and glibc would keep the 16 MB of each password hash for every thread that ever made one. A third of the memory
 * of a first copy is saved by both, at no cost in time.
 */
export const serviceRuntime = {
  nodeOptions: ['--max-semi-space-size=4'],
  environment: { MALLOC_ARENA_MAX: '1' },
} as const;

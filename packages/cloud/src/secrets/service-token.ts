import { join } from 'node:path';
import type { Random } from '@cutover/base';
import { sealingKey } from './sealing-key.ts';

/** What a data folder's service and its clients know each other by: who may read the folder may call the service. */
export const serviceToken = (dataFolder: string, random: Random): Uint8Array =>
  sealingKey({ path: join(dataFolder, 'service.token'), random });

export { deflateDirect2, inflateDirect2 } from './direct2.ts';
export {
  asyncConnectEx,
  asyncEmsmdb,
  asyncWaitEx,
  connectEx,
  disconnect,
  dummyRpc,
  emsmdb,
  emsmdb2007,
  notificationPending,
  registerPushNotification,
  rpcExt2,
  rpcExt2Flag,
} from './emsmdb.ts';
export {
  packPayload,
  rpcHeaderExt,
  rpcHeaderExtFlag,
  rpcHeaderExtSize,
  unpackPayloads,
  type PayloadOptions,
} from './payload.ts';
export { denormalizeVersion, normalizeVersion, type ProductVersion } from './version.ts';
export { xorMagic } from './xor-magic.ts';

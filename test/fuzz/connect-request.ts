const nothing = new Uint8Array();

/** What a client asks of EcDoConnectEx that wants no more than a session of its own. */
export const connectRequest = (userDN: string) => ({
  userDN,
  flags: 1,
  connectionModulus: 0,
  limit: 0,
  codePage: 1252,
  stringLocale: 0x409,
  sortLocale: 0x409,
  linkedSession: 0xffffffff,
  canConvertCodePages: 1,
  clientVersion: [0x0b00, 0x99a8, 0],
  timestamp: 0,
  auxIn: nothing,
  auxInSize: 0,
  auxOutRoom: 0x1008,
});

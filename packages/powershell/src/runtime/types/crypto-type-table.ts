import { createHash, createHmac } from 'node:crypto';
import { byteArray, bytesOf } from '../values/byte-array.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';

/** A hash algorithm, with its key where it has one. */
class HashAlgorithm {
  readonly typeName: string;
  readonly algorithm: string;
  readonly key: Uint8Array | undefined;

  constructor(typeName: string, algorithm: string, key?: Uint8Array) {
    this.typeName = typeName;
    this.algorithm = algorithm;
    this.key = key;
  }

  compute(bytes: Uint8Array): Uint8Array {
    return (this.key ? createHmac(this.algorithm, this.key) : createHash(this.algorithm)).update(bytes).digest();
  }
}

const prefix = 'System.Security.Cryptography.';

const computeForms = [
  overload('byte[] buffer', (self: HashAlgorithm, bytes: unknown) => byteArray(self.compute(bytesOf(bytes)))),
];

const baseType: DotNetType = {
  name: `${prefix}HashAlgorithm`,
  base: 'System.Object',
  isAbstract: true,
  interfaces: ['System.IDisposable'],
  methods: { ComputeHash: computeForms, Dispose: [overload('', () => undefined)] },
  staticMethods: {
    Create: [
      overload(
        'string hashName',
        (_self: null, name: string) =>
          new HashAlgorithm(`${prefix}${name.toUpperCase()}`, name.toLowerCase().replace('-', '')),
      ),
    ],
  },
};

const hashType = (name: string): DotNetType => {
  const typeName = `${prefix}${name}`;
  const make = (): HashAlgorithm => new HashAlgorithm(typeName, name.toLowerCase());
  return {
    name: typeName,
    base: `${prefix}HashAlgorithm`,
    staticMethods: {
      Create: [overload('', make)],
      HashData: [overload('byte[] source', (_self: null, bytes: unknown) => byteArray(make().compute(bytesOf(bytes))))],
    },
  };
};

const keyedType = (name: string): DotNetType => {
  const typeName = `${prefix}HMAC${name}`;
  return {
    name: typeName,
    base: `${prefix}HashAlgorithm`,
    properties: { Key: readOnly((self: HashAlgorithm) => byteArray(self.key ?? [])) },
    constructors: [
      overload(
        'byte[] key',
        (_type: DotNetType, key: unknown) => new HashAlgorithm(typeName, name.toLowerCase(), bytesOf(key)),
      ),
    ],
  };
};

const names = ['MD5', 'SHA1', 'SHA256', 'SHA384', 'SHA512'];

/** Hashes. */
export const cryptoTypes: readonly DotNetType[] = [baseType, ...names.map(hashType), ...names.map(keyedType)];

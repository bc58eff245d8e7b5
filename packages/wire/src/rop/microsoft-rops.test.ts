import { describe, expect, test } from 'vitest';
import { ropById, rops } from './rop-table.ts';
import { answerCodec, encodeRopRequest, encodeRopResponse, type Rop } from './rop.ts';
// ROPs of the mock's own conversations, with the fields that Microsoft's Office Inspectors for Fiddler found in them.
import vectors from './vectors/microsoft-rops.json' with { type: 'json' };

interface Decoded {
  readonly fields: ReadonlyMap<string, unknown>;
  readonly bytes: Uint8Array;
}

/** Heads by the names that the specification has for them; their codecs call them after what they are. */
const heads: Readonly<Record<string, string>> = {
  inputIndex: 'InputHandleIndex',
  outputIndex: 'OutputHandleIndex',
  handleIndex: 'HandleIndex',
};

const capitalized = (name: string): string => heads[name] ?? name.charAt(0).toUpperCase() + name.slice(1);

const fieldsOf = (value: object): [string, unknown][] =>
  Object.entries(value).map(([name, field]) => [capitalized(name), field]);

function decodeRequest(rop: Rop, bytes: Uint8Array): Decoded {
  const request = rop.request.decode(bytes.subarray(1)) as object;
  return { fields: new Map(fieldsOf(request)), bytes: encodeRopRequest(rop, request) };
}

function decodeResponse(rop: Rop, bytes: Uint8Array): Decoded {
  const response = answerCodec(rop).decode(bytes);
  const { value = {}, ...head } = response;
  return {
    fields: new Map([...fieldsOf(head), ...fieldsOf(value as object)]),
    bytes: encodeRopResponse(rop, response),
  };
}

/** A field that both name. The handle index of an answer is the input's or the output's. */
function ours({ fields }: Decoded, name: string): unknown {
  return fields.get(name) ?? (name.endsWith('HandleIndex') ? fields.get('HandleIndex') : undefined);
}

const isScalar = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';

describe.each(vectors)('$kind $rop', ({ rop: name, kind, bytes: hex, fields }) => {
  const bytes = Buffer.from(hex, 'hex');
  const rop = ropById(bytes[0]!)!;
  const decoded = kind === 'request' ? decodeRequest(rop, bytes) : decodeResponse(rop, bytes);

  test('is what it is taken for, and is written again byte for byte', () => {
    expect(rop.name).toBe(name);
    expect(Buffer.from(decoded.bytes).equals(bytes)).toBe(true);
  });

  test('has the values that Microsoft found', () => {
    const shared = fields.filter(([field]) => isScalar(ours(decoded, String(field))));
    for (const [field, value] of shared) {
      expect(Number(ours(decoded, String(field))), `${name}.${field}`).toBe(Number(value));
    }
    // RopId is not a field here; every ROP shares at least its handle index.
    expect(shared.length).toBeGreaterThan(0);
  });
});

test('every ROP of the table is among them', () => {
  const seen = new Set(vectors.map(({ rop }) => rop));
  const missing = Object.values(rops).filter(({ name }) => !seen.has(name));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

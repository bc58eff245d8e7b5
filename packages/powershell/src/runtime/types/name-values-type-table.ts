import { listOf } from '../values/enumerate.ts';
import { NameValues } from '../values/name-values.ts';
import { plainText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { smallHex, urlDecode, urlEncode } from './url-text.ts';

const queryType = 'System.Web.HttpQSCollection';
const textArray = (items: readonly string[]): unknown[] => typedArray('System.String', [...items]);

/** `a=1&b=2`, with or without its question mark. Source: HttpUtility.ParseQueryString. */
function parseQuery(text: string): NameValues {
  const query = new NameValues(queryType);
  for (const part of text.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const [name = '', ...value] = part.split('=');
    query.add(urlDecode(name), urlDecode(value.join('=')));
  }
  return query;
}

/** Every value with its name, as it stands in an address. */
function queryText(query: NameValues): string {
  const escape = (text: string): string => smallHex(urlEncode(text));
  const parts = query.names.flatMap((name) =>
    query.values(name)!.map((value) => (name === '' ? escape(value) : `${escape(name)}=${escape(value)}`)),
  );
  return parts.join('&');
}

const nameOf = (self: NameValues, index: unknown): string =>
  typeof index === 'number' ? (self.names[index] ?? '') : plainText(index);

export const nameValueTypes: readonly DotNetType[] = [
  {
    name: 'System.Collections.Specialized.NameValueCollection',
    base: 'System.Object',
    interfaces: ['System.Collections.ICollection', 'System.Collections.IEnumerable'],
    properties: {
      Count: readOnly((self: NameValues) => self.size, 'int'),
      AllKeys: readOnly((self: NameValues) => textArray(self.names), 'string[]'),
      Keys: readOnly((self: NameValues) => textArray(self.names)),
      HasKeys: readOnly((self: NameValues) => self.size > 0, 'bool'),
    },
    methods: {
      Add: [
        overload('string name, string value', (self: NameValues, name: string, value: string) => self.add(name, value)),
      ],
      Set: [
        overload('string name, string value', (self: NameValues, name: string, value: string) => self.set(name, value)),
      ],
      Get: [
        overload('int index', (self: NameValues, index: number) => self.get(nameOf(self, index))),
        overload('string name', (self: NameValues, name: string) => self.get(name)),
      ],
      GetValues: [
        overload('string name', (self: NameValues, name: string) => {
          const values = self.values(name);
          return values ? textArray(values) : null;
        }),
      ],
      GetKey: [overload('int index', (self: NameValues, index: number) => nameOf(self, index))],
      Remove: [overload('string name', (self: NameValues, name: string) => self.remove(name))],
      Clear: [overload('', (self: NameValues) => self.clear())],
    },
    indexer: {
      get: (self, index) => {
        const map = self as NameValues;
        const several = listOf(index);
        return several ? several.map((each) => map.get(nameOf(map, each))) : map.get(nameOf(map, index));
      },
      set: (self, index, value) => (self as NameValues).set(nameOf(self as NameValues, index), plainText(value)),
    },
    constructors: [overload('', () => new NameValues())],
  },
  {
    name: queryType,
    base: 'System.Collections.Specialized.NameValueCollection',
    methods: { ToString: [overload('', queryText)] },
  },
];

/** What HttpUtility has for queries. */
export const parseQueryForms = [overload('string query', (_self: null, text: string) => parseQuery(text))];

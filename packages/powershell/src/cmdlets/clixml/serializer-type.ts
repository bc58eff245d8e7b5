import { languageSource } from '../../format/language/language-source.ts';
import { type DotNetType, overload } from '../../runtime/types/define-type.ts';
import { runningSession } from '../../runtime/values/running-session.ts';
import { ClixmlReader } from './clixml-reader.ts';
import { ClixmlWriter } from './clixml-writer.ts';

/** Script members of what is written run in the session that asks. */
const source = languageSource((member, self, args) =>
  runningSession().callBlock(member.kind === 'script' ? member.getter : member.script, {
    args,
    variables: { this: self },
  }),
);

const serialize = (value: unknown, depth = 1): string => new ClixmlWriter({ source, depth }).document([value]);

function deserialize(text: string): unknown {
  const values = new ClixmlReader().read(text);
  return values.length === 1 ? values[0] : [...values];
}

/** Source: System.Management.Automation.PSSerializer. */
export const serializerType: DotNetType = {
  name: 'System.Management.Automation.PSSerializer',
  base: 'System.Object',
  staticMethods: {
    Serialize: [
      overload('object source', (_self: null, value: unknown) => serialize(value)),
      overload('object source, int depth', (_self: null, value: unknown, depth: number) => serialize(value, depth)),
    ],
    Deserialize: [overload('string source', (_self: null, text: string) => deserialize(text))],
  },
};

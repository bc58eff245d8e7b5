import { inOperation } from '../../providers/file-system/file-record.ts';
import { listOfParameter, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { parseXml } from '../../runtime/xml/parse-xml.ts';
import { type Namespaces, selectNodes } from '../../runtime/xml/select-nodes.ts';
import type { XmlNode } from '../../runtime/xml/xml-library.ts';
import { attempt, drivesFor, existingItems } from '../files/item-paths.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';

export const selectXml: Cmdlet = {
  kind: 'cmdlet',
  name: 'Select-Xml',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.SelectXmlCommand',
  defaultSet: 'Xml',
  parameters: [
    { name: 'XPath', type: 'String', mandatory: true, position: 0 },
    {
      name: 'Xml',
      type: 'System.Xml.XmlNode[]',
      aliases: ['Node'],
      pipeline: 'both',
      sets: { Xml: { mandatory: true, position: 1 } },
    },
    { name: 'Path', type: 'String[]', pipeline: 'property', sets: { Path: { mandatory: true, position: 1 } } },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { LiteralPath: { mandatory: true } },
    },
    { name: 'Content', type: 'String[]', pipeline: 'value', sets: { Content: { mandatory: true } } },
    { name: 'Namespace', type: 'System.Collections.Hashtable' },
  ],
  create: (context) => ({
    process: () => {
      for (const { node, path } of sourcesOf(context)) select(context, node, path);
    },
  }),
};

interface Source {
  readonly node: XmlNode;
  readonly path: string;
}

const fromMemory = 'InputStream';

function sourcesOf(context: CommandContext): readonly Source[] {
  const { parameters } = context;
  const content = textsOf(parameters, 'Content');
  if (content) return content.flatMap((text) => parsed(context, fromMemory, () => text));
  const nodes = listOfParameter(parameters, 'Xml') as readonly XmlNode[] | undefined;
  if (nodes) return nodes.map((node) => ({ node, path: fromMemory }));
  const { files } = drivesFor(context).fileSystem;
  const reading = { operation: 'ProcessingFile', category: 'NotSpecified', wholeId: true } as const;
  return existingItems(context).flatMap(({ path }) =>
    parsed(context, path, () =>
      decodeText(
        inOperation(reading, () => files.read(path)),
        textEncoding(undefined),
      ),
    ),
  );
}

function parsed(context: CommandContext, path: string, read: () => string): readonly Source[] {
  const node = attempt(context, () => parseXml(read()));
  return node ? [{ node, path }] : [];
}

function select(context: CommandContext, node: XmlNode, path: string): void {
  const expression = textOf(context.parameters, 'XPath') ?? '';
  const found = attempt(context, () => selectNodes(node, expression, namespacesOf(context))) ?? [];
  for (const each of found) {
    const info = new CustomObject(['Microsoft.PowerShell.Commands.SelectXmlInfo', 'System.Object']);
    context.out.write(info.setNote('Node', each).setNote('Path', path).setNote('Pattern', expression));
  }
}

function namespacesOf({ parameters }: CommandContext): Namespaces {
  const { Namespace: given } = parameters;
  if (!(given instanceof Dictionary)) return {};
  return Object.fromEntries(Array.from(given.pairs(), ([key, value]) => [toText(key), toText(value)]));
}

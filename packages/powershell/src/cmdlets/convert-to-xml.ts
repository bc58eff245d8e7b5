import { numberOf, switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { parseXml } from '../runtime/xml/parse-xml.ts';
import { compactXml, indentedXml, type XmlItem, xmlItem } from './objects/serialized-xml.ts';

export const convertToXml: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertTo-Xml',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertToXmlCommand',
  parameters: [
    { name: 'Depth', type: 'Int32', validate: [{ kind: 'range', min: 1, max: 2147483647 }] },
    { name: 'InputObject', type: 'PSObject', position: 0, mandatory: true, pipeline: 'value', allowNull: true },
    { name: 'NoTypeInformation', type: 'SwitchParameter' },
    {
      name: 'As',
      type: 'String',
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'set', values: ['Stream', 'String', 'Document'] }],
    },
  ],
  create: (context) => convert(context),
};

const declaration = '<?xml version="1.0" encoding="utf-8"?>';

function convert(context: CommandContext): Processor {
  const { out, parameters: given, session } = context;
  const options = { source: session.formatting.source, withTypes: !switchOf(given, 'NoTypeInformation') };
  const depth = numberOf(given, 'Depth') ?? 1;
  const objects: XmlItem[] = [];
  return {
    process: () => void objects.push(xmlItem(given['InputObject'], { tag: 'Object', depth }, options)),
    end: () => {
      const root: XmlItem = { tag: 'Objects', attributes: {}, content: objects };
      const as = (textOf(given, 'As') ?? 'Document').toLowerCase();
      if (as === 'document') out.write(parseXml(declaration + compactXml(root)));
      else if (as === 'string') out.write(`${declaration}\n${indentedXml(root)}`);
      else stream(objects).forEach((line) => out.write(line));
    },
  };
}

const stream = (objects: readonly XmlItem[]): string[] => [
  declaration,
  '<Objects>',
  ...objects.map((object) => indentedXml(object)),
  '</Objects>',
];

import { isPresent, inputReader } from './objects/input-object.ts';
import { HtmlPage } from './objects/html-page.ts';
import { HtmlTable } from './objects/html-table.ts';
import { switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';

const page = 'Page';

export const convertToHtml: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertTo-Html',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertToHtmlCommand',
  defaultSet: page,
  parameters: [
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
    { name: 'Property', type: 'Object[]', position: 0 },
    { name: 'Body', type: 'String[]', sets: { [page]: { position: 3 } } },
    { name: 'Head', type: 'String[]', sets: { [page]: { position: 1 } } },
    { name: 'Title', type: 'String', sets: { [page]: { position: 2 } }, validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'As', type: 'String', validate: [{ kind: 'set', values: ['Table', 'List'] }] },
    { name: 'CssUri', type: 'Uri', aliases: ['cu', 'uri'], sets: { [page]: {} } },
    { name: 'PostContent', type: 'String[]' },
    { name: 'PreContent', type: 'String[]' },
    { name: 'Meta', type: 'System.Collections.Hashtable', sets: { [page]: {} } },
    {
      name: 'Charset',
      type: 'String',
      sets: { [page]: {} },
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'pattern', pattern: String.raw`^[A-Za-z0-9]\w+\S+[A-Za-z0-9]$` }],
    },
    { name: 'Transitional', type: 'SwitchParameter', sets: { [page]: {} } },
    { name: 'Fragment', type: 'SwitchParameter', sets: { Fragment: {} } },
  ],
  create: (context) => convert(context),
};

function convert(context: CommandContext): Processor {
  const { out, parameters: given } = context;
  const read = inputReader(context);
  const write = (line: string): void => out.write(line);
  const frame = new HtmlPage(context);
  const table = new HtmlTable(context, { asList: textOf(given, 'As')?.toLowerCase() === 'list', write });
  const isPage = !switchOf(given, 'Fragment');
  return {
    begin: () => {
      if (isPage) frame.start().forEach(write);
      frame.before().forEach(write);
      write('<table>');
    },
    process: (item) => {
      const input = read(item);
      if (isPresent(input)) table.add(input);
    },
    end: () => {
      write('</table>');
      frame.after().forEach(write);
      if (isPage) write('</body></html>');
    },
  };
}

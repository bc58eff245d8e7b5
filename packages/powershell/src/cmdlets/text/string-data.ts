import { unescapeRegex } from '../../dotnet/index.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { Hashtable } from '../../runtime/values/dictionary.ts';
import { textRecord } from './text-errors.ts';

/** `name = value`, a line each; `#` begins a comment. Source: ConvertFromStringDataCommand. */
export function stringData(text: string, delimiter = '='): Hashtable {
  const data = new Hashtable();
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const at = line.indexOf(delimiter);
    if (at <= 0) throw new ScriptError(textRecord('InvalidDataLine', [line]));
    const name = line.slice(0, at).trim();
    if (data.has(name)) throw new ScriptError(textRecord('DataItemAlreadyDefined', [line, name]));
    data.set(name, unescapeRegex(line.slice(at + 1)).trim());
  }
  return data;
}

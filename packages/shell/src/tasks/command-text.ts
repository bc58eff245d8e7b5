import { cmdletMetadata, type ParameterMetadata } from '@cutover/core/metadata';

const parameterName = /^-(\w+|\?)(?::(.*))?$/s;

/**
 * A command as a script would write it, from the words that a terminal's own shell has made of a line: what it took the quotes from
 * is quoted again. A comma makes a list, as in a script, unless the parameter is known to take a single text.
 */
export function commandText(name: string, argv: readonly string[]): string {
  const terms: string[] = [name];
  let parameter: string | undefined;
  for (const word of argv) {
    const [isName, found, inline] = parameterName.exec(word) ?? [];
    if (isName === undefined) terms.push(valueText(word, takesList(name, parameter)));
    else if (inline === undefined || inline === '') terms.push(word);
    else terms.push(`-${found}:${valueText(inline, takesList(name, found))}`);
    parameter = inline === undefined ? found : undefined;
  }
  return terms.join(' ');
}

function valueText(word: string, list: boolean): string {
  if (/^\$?(?:true|false|null)$/i.test(word)) return `$${word.replace(/^\$/, '').toLowerCase()}`;
  return (list ? word.split(',') : [word]).map((part) => quoted(part)).join(',');
}

const quoted = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;

const isList = ({ type }: ParameterMetadata): boolean => type === 'MultiValuedProperty' || type.endsWith('[]');

function takesList(cmdlet: string, typed: string | undefined): boolean {
  const metadata = cmdletMetadata.find((each) => each.name.toLowerCase() === cmdlet.toLowerCase());
  if (!metadata) return true;
  if (typed === undefined) return false;
  const beginning = typed.toLowerCase();
  const meant = Object.entries(metadata.parameters).filter(([name]) => name.toLowerCase().startsWith(beginning));
  const exact = meant.find(([name]) => name.toLowerCase() === beginning) ?? meant[0];
  return exact !== undefined && isList(exact[1]);
}

import { parse, type Token } from '@cutover/powershell';

/** What a token is to a reader. */
type Look = 'command' | 'comment' | 'keyword' | 'number' | 'operator' | 'parameter' | 'string' | 'type' | 'variable';

/** Colours as PSReadLine has them. */
const colors: Readonly<Record<Look, string>> = {
  command: '93',
  comment: '32',
  keyword: '92',
  number: '97',
  operator: '90',
  parameter: '90',
  string: '36',
  type: '37',
  variable: '92',
};

const looks: Readonly<Record<string, Look>> = {
  Comment: 'comment',
  Number: 'number',
  Parameter: 'parameter',
  StringLiteral: 'string',
  StringExpandable: 'string',
  HereStringLiteral: 'string',
  HereStringExpandable: 'string',
  Variable: 'variable',
  SplattedVariable: 'variable',
};

const keyword =
  /^(?:begin|break|catch|class|clean|continue|data|do|dynamicparam|else|elseif|end|enum|exit|filter|finally|for|foreach|function|if|in|param|process|return|switch|throw|trap|try|until|using|while)$/i;

/** A line in colours; the same line without them is what is edited. */
export function highlight(line: string): string {
  const { tokens } = parse(line, { tokens: true });
  let text = '';
  let end = 0;
  let startsCommand = true;
  for (const token of tokens) {
    if (token.start < end || token.end <= token.start || token.end > line.length) continue;
    const look = lookOf(token, { startsCommand });
    const written = line.slice(token.start, token.end);
    text += line.slice(end, token.start) + (look ? `\u001B[${colors[look]}m${written}\u001B[39m` : written);
    end = token.end;
    startsCommand = /^[|;{(&=\n]/.test(written) || look === 'keyword' || written === '&&' || written === '||';
  }
  return text + line.slice(end);
}

function lookOf({ kind, text }: Token, { startsCommand }: { readonly startsCommand: boolean }): Look | undefined {
  const known = looks[kind];
  if (known) return known;
  if (/^(?:Generic|Identifier)$/.test(kind)) return startsCommand ? 'command' : undefined;
  if (keyword.test(text)) return 'keyword';
  return /^[-+*/%=!<>.]/.test(text) ? 'operator' : undefined;
}

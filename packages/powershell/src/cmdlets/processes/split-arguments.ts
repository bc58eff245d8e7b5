/** Cuts a line of arguments at blanks outside quotes, as .NET does: `\\"` is a quote, `""` within quotes one, too. */
export function splitArguments(line: string): readonly string[] {
  const words: string[] = [];
  let rest = line.trimStart();
  while (rest !== '') {
    const { word, length } = readWord(rest);
    words.push(word);
    rest = rest.slice(length).trimStart();
  }
  return words;
}

function readWord(text: string): { readonly word: string; readonly length: number } {
  let word = '';
  let quoted = false;
  let at = 0;
  while (at < text.length && (quoted || !/[ \t]/.test(text[at]!))) {
    const slashes = /^\\*/.exec(text.slice(at))![0].length;
    at += slashes;
    if (text[at] !== '"') {
      word += '\\'.repeat(slashes);
      if (slashes === 0) word += text[at++];
      continue;
    }
    word += '\\'.repeat(slashes >> 1);
    const isDouble = quoted && text[at + 1] === '"';
    if (slashes % 2 === 1 || isDouble) word += '"';
    else quoted = !quoted;
    at += slashes % 2 === 0 && isDouble ? 2 : 1;
  }
  return { word, length: at };
}

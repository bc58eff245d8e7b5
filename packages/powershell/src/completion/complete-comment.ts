import { commentHelpWords, requiresWords } from './comment-words.ts';
import { type CompletionRequest, type CompletionType, type Found, startsWith } from './completion.ts';

/** Words within comments: `.SYNOPSIS` of comment-based help, `#requires -Version`. */
export function completeComment({ before }: CompletionRequest): Found | undefined {
  const [, requirement] = /^[ \t]*#requires[ \t](?:.*[ \t])?-(\w*)$/im.exec(lastLine(before)) ?? [];
  if (requirement !== undefined) return found(requiresWords, requirement, 'ParameterName');
  const isInComment = before.lastIndexOf('<#') > before.lastIndexOf('#>');
  const [, word] = (isInComment && /^[ \t]*\.(\w*)$/.exec(lastLine(before))) || [];
  return word === undefined ? undefined : found(commentHelpWords, word, 'Keyword');
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);

function found(words: Readonly<Record<string, string>>, word: string, type: CompletionType): Found {
  const fitting = Object.entries(words).filter(([name]) => startsWith(name, word));
  return { length: word.length, matches: fitting.map(([name, tip]) => ({ text: name, list: name, type, tip })) };
}

import type { CmdletHelp } from '../../runtime/engine/command.ts';
import type { CommentHelp } from './comment-help.ts';

/** What an embedder tells of its cmdlet, in the form that comments' help has. */
export function cmdletHelp({ synopsis, description, parameters, examples }: CmdletHelp): CommentHelp {
  const texts = Object.entries(parameters).map(([name, text]) => [name.toLowerCase(), text] as const);
  return {
    sections: { SYNOPSIS: synopsis, DESCRIPTION: description },
    parameters: new Map(texts),
    examples: examples.map(({ title, script }) => `${script}\n\n${title}.`),
    inputs: [],
    outputs: [],
    links: [],
  };
}

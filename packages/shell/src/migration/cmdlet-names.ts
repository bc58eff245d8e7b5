/** Whether a word has the form of a cmdlet's name, `Verb-Noun`: the command then calls it instead of looking for a file. */
export const isCmdletName = (word: string): boolean => /^[a-z]+-[a-z]\w*$/i.test(word);

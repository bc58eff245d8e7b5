export { type RunBlock, columnParameter } from './column-parameter.ts';
export { languageError } from './language-error.ts';
export { type LanguageOutputOptions, createLanguageOutput, languageErrorText } from './language-output.ts';
export { languageSource } from './language-source.ts';

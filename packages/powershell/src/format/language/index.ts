export { languageError } from './language-error.ts';
export { LanguageFormatting, type LanguageFormattingOptions, type OutputTarget } from './language-formatting.ts';
export { languageSource } from './language-source.ts';

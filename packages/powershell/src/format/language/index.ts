export { languageError } from './language-error.ts';
export { LanguageFormatting, type LanguageFormattingOptions } from './language-formatting.ts';
export { languageSource } from './language-source.ts';

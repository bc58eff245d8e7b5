import type { SeededRandom } from '@cutover/base';
import type { SeedMail } from '../seed-item.ts';
import { logNormal, pickWeighted } from './distribution.ts';
import type { Language } from './languages.ts';

/** Sentences of a mail: five as a rule, sometimes a page or two. */
const length = { median: 5, sigma: 0.9, least: 1, most: 80 } as const;

/** What somebody writes, in paragraphs. */
export function paragraphs(random: SeededRandom, language: Language, signature: string): string[] {
  const sentences = Array.from({ length: logNormal(random, length) }, () => random.pick(language.sentences));
  const body: string[] = [];
  while (sentences.length > 0) body.push(sentences.splice(0, random.integer(1, 4)).join(' '));
  return [random.pick(language.greetings), ...body, `${random.pick(language.closings)}\r\n${signature}`];
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The head that Outlook 2003 puts above every mail that Word has made. */
const wordHead =
  '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">\r\n<head>\r\n' +
  '<meta http-equiv=Content-Type content="text/html; charset=utf-8">\r\n<meta name=Generator content="Microsoft Word 11">\r\n' +
  '<style>\r\n<!--\r\n p.MsoNormal, li.MsoNormal, div.MsoNormal\r\n\t{margin:0cm;margin-bottom:.0001pt;font-size:12.0pt;' +
  'font-family:"Times New Roman";}\r\na:link, span.MsoHyperlink\r\n\t{color:blue;text-decoration:underline;}\r\n' +
  'span.E-mailFormatvorlage17\r\n\t{mso-style-type:personal-compose;font-family:Arial;color:windowtext;}\r\n' +
  '@page Section1\r\n\t{size:595.3pt 841.9pt;margin:70.85pt 70.85pt 2.0cm 70.85pt;}\r\n-->\r\n</style>\r\n</head>\r\n';

const wordParagraph = (text: string): string =>
  `<p class=MsoNormal><font size=2 face=Arial><span lang=EN-US style='font-size:10.0pt;font-family:Arial'>` +
  `${escape(text).replaceAll('\r\n', '<br>\r\n')}<o:p></o:p></span></font></p>\r\n`;

/** The paragraphs as Outlook sends them with Word as its editor. */
export const wordHtml = (text: readonly string[]): string =>
  `${wordHead}<body lang=EN-US link=blue vlink=purple>\r\n<div class=Section1>\r\n${text.map(wordParagraph).join('')}</div>\r\n</body>\r\n</html>\r\n`;

/** RTF of plain text; what 7 bits cannot say as \u. */
const rtf = (text: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs20 ${text
    .replaceAll(/[\\{}]/g, (sign) => `\\${sign}`)
    .replaceAll(/[\u0080-\uffff]/g, (sign) => `\\u${(sign.charCodeAt(0) << 16) >> 16}?`)
    .replaceAll('\r\n', '\\par\r\n')}\\par}`;

const forms = [
  ['html', 50],
  ['text', 35],
  ['rtf', 15],
] as const;

/** The same text in one of the three forms that Outlook sends. */
export function bodyOf(random: SeededRandom, parts: readonly string[]): Pick<SeedMail, 'text' | 'html' | 'rtf'> {
  const text = parts.join('\r\n\r\n');
  const form = pickWeighted(random, forms);
  if (form === 'text') return { text };
  return form === 'html' ? { text, html: wordHtml(parts) } : { text, rtf: rtf(text) };
}

import { nspiResult, nspiRow, templateFlag } from '@cutover/wire/nspi';
import { isDirectoryCodePage } from '../../code-page.ts';
import type { AddressBook } from '../../directory/address-book.ts';
import { creationTemplates } from '../../directory/creation-template.ts';
import { displayTemplate } from '../../directory/display-template.ts';
import { demand, required } from './nspi-error.ts';

interface TemplateRequest {
  readonly flags: number;
  readonly type: number;
  readonly dn: string | null;
  readonly codePage: number;
  readonly locale: number;
}

const tags = { templateData: 0x00010102, scriptData: 0x00040102 } as const;
const english = 0x0409;

/** What a template has: its dialog, and one to make addresses by its script. */
interface Template {
  readonly dialog: Uint8Array;
  readonly script?: Uint8Array;
}

/** The template to make addresses by that a DN names; kind and language say nothing then. */
function creationTemplate({ organisation }: AddressBook, dn: string): Template | undefined {
  const found = creationTemplates(organisation).find((one) => one.dn.toLowerCase() === dn.toLowerCase());
  return found && { dialog: found.dialog(), script: found.script() };
}

/** The dialog of a kind of object, which this server has in English. */
function kindTemplate(type: number, locale: number): Template | undefined {
  const dialog = locale === english ? displayTemplate(type) : undefined;
  return dialog && { dialog };
}

/** What was asked for of a template: its dialog, its script, or both. [MS-OXNSPI] 3.1.4.1.18 */
export function getTemplateInfo(book: AddressBook, { flags, type, dn, codePage, locale }: TemplateRequest) {
  demand(isDirectoryCodePage(codePage), nspiResult.invalidCodePage);
  const template = dn === null ? kindTemplate(type, locale) : creationTemplate(book, dn);
  const { dialog, script } = required(template, nspiResult.invalidLocale);
  const isWanted = (flag: number): boolean => (flags & flag) !== 0;
  const row = nspiRow([
    ...(isWanted(templateFlag.template) ? [{ tag: tags.templateData, value: dialog }] : []),
    ...(isWanted(templateFlag.script) && script !== undefined ? [{ tag: tags.scriptData, value: script }] : []),
  ]);
  return { row, result: nspiResult.success };
}

import { nspiResult, nspiRow, templateFlag } from '@cutover/wire/nspi';
import { isDirectoryCodePage } from '../../code-page.ts';
import type { AddressBook } from '../../directory/address-book.ts';
import { displayTemplate } from '../../directory/display-template.ts';
import { demand, required } from './nspi-error.ts';

interface TemplateRequest {
  readonly flags: number;
  readonly type: number;
  readonly dn: string | null;
  readonly codePage: number;
  readonly locale: number;
}

/** PidTagTemplateData. */
const templateData = 0x00010102;
const english = 0x0409;

/** The dialog of a kind of object, which this server has in English. Creation templates, named by a DN, it has none. [MS-OXNSPI] 3.1.4.1.18 */
export function getTemplateInfo(_book: AddressBook, { flags, type, dn, codePage, locale }: TemplateRequest) {
  demand(isDirectoryCodePage(codePage), nspiResult.invalidCodePage);
  demand(dn === null && locale === english, nspiResult.invalidLocale);
  const template = required(displayTemplate(type), nspiResult.invalidLocale);
  const wanted = (flags & templateFlag.template) !== 0;
  return { row: nspiRow(wanted ? [{ tag: templateData, value: template }] : []), result: nspiResult.success };
}

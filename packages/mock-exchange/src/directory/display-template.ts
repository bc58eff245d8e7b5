import { displayType } from '@cutover/wire/nspi';
import { encodeDialog, type Field, type Page } from './encode-dialog.ts';

const identity: readonly Field[] = [
  ['Display:', 0x3001001e],
  ['Alias:', 0x3a00001e],
];

const person: readonly Field[] = [
  ['First:', 0x3a06001e],
  ['Initials:', 0x3a0a001e],
  ['Last:', 0x3a11001e],
  ...identity,
  ['Title:', 0x3a17001e],
  ['Company:', 0x3a16001e],
  ['Department:', 0x3a18001e],
  ['Office:', 0x3a19001e],
  ['Address:', 0x3a29001e, 3],
  ['City:', 0x3a27001e],
  ['State:', 0x3a28001e],
  ['Zip code:', 0x3a2a001e],
  ['Country/Region:', 0x3a26001e],
];

const phones: readonly Field[] = [
  ['Business:', 0x3a08001e],
  ['Home:', 0x3a09001e],
  ['Mobile:', 0x3a1c001e],
  ['Fax:', 0x3a23001e],
  ['Notes:', 0x3004001e, 5],
];

const general = (fields: readonly Field[]): Page => ({ title: 'General', fields });
const phonePage: Page = { title: 'Phone/Notes', fields: phones };
const organizationPage: Page = {
  title: 'Organization',
  fields: [
    ['Manager:', 0x8005000d],
    ['Direct reports:', 0x800e000d, 8],
  ],
};
const memberOfPage: Page = { title: 'Member Of', fields: [['Group membership:', 0x8008000d, 14]] };
const addressPage: Page = { title: 'E-mail Addresses', fields: [['E-mail addresses:', 0x800f101e, 14]] };
const groupPage = general([
  ...identity,
  ['Owner:', 0x800c000d],
  ['Notes:', 0x3004001e, 3],
  ['Members:', 0x8009000d, 6],
]);

/** What the dialog of each kind of object shows, in the order in which Outlook's tabs stand. */
const pages: Readonly<Record<number, readonly Page[]>> = {
  [displayType.mailUser]: [general(person), organizationPage, phonePage, memberOfPage, addressPage],
  [displayType.remoteMailUser]: [general(person), organizationPage, phonePage, memberOfPage, addressPage],
  [displayType.distributionList]: [groupPage, memberOfPage, addressPage],
  [displayType.forum]: [general(identity), addressPage],
  [displayType.agent]: [general(identity), addressPage],
};

/** The dialog by which a kind of object is shown; undefined for a kind that has none. */
export function displayTemplate(type: number): Uint8Array | undefined {
  const shown = pages[type];
  return shown && encodeDialog(shown);
}

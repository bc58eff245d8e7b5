import { pidTag } from '@cutover/wire/properties';

/** Columns of the address book that mailboxes do not have, by their names there. [MS-OXOABK] 2.2 */
export const addressBookTag = {
  manager: 0x8005001f,
  homeDatabase: 0x8006001e,
  homeDatabaseUnicode: 0x8006001f,
  member: 0x8009000d,
  owner: 0x800c000d,
  proxyAddresses: 0x800f101f,
  targetAddress: 0x8011001f,
  objectGuid: 0x8c6d0102,
  mailboxGuid: 0x8c730102,
} as const;

/** Attributes that are one text each: the column, and its name in an entry. */
export const textColumns = {
  givenName: pidTag.givenName,
  surname: pidTag.surname,
  initials: pidTag.initials,
  businessTelephone: pidTag.businessTelephoneNumber,
  homeTelephone: pidTag.homeTelephoneNumber,
  mobileTelephone: pidTag.mobileTelephoneNumber,
  fax: pidTag.primaryFaxNumber,
  company: pidTag.companyName,
  title: pidTag.title,
  department: pidTag.departmentName,
  office: pidTag.officeLocation,
  country: pidTag.country,
  city: pidTag.locality,
  state: pidTag.stateOrProvince,
  streetAddress: pidTag.streetAddress,
  postalCode: pidTag.postalCode,
  comment: pidTag.comment,
} as const;

/** extensionAttribute1 to 15; the ids of the last five are apart. */
export const extensionColumns: readonly number[] = [
  0x802d001f, 0x802e001f, 0x802f001f, 0x8030001f, 0x8031001f, 0x8032001f, 0x8033001f, 0x8034001f, 0x8035001f,
  0x8036001f, 0x8c57001f, 0x8c58001f, 0x8c59001f, 0x8c60001f, 0x8c61001f,
];

/** What a member of a group is told by. */
export const memberColumns: readonly number[] = [
  pidTag.displayName,
  pidTag.emailAddress,
  pidTag.smtpAddress,
  pidTag.displayType,
  addressBookTag.homeDatabase,
  addressBookTag.homeDatabaseUnicode,
];

/** Everything an entry is made of. */
export const entryColumns: readonly number[] = [
  ...memberColumns,
  pidTag.account,
  pidTag.creationTime,
  pidTag.lastModificationTime,
  pidTag.business2TelephoneNumbers,
  addressBookTag.manager,
  addressBookTag.proxyAddresses,
  addressBookTag.targetAddress,
  addressBookTag.objectGuid,
  addressBookTag.mailboxGuid,
  ...Object.values(textColumns),
  ...extensionColumns,
];

import { type NamedProperty, pidLid, pidTag, propertyNameKey, type PropertyTag } from '@cutover/wire/properties';

/** Names of the properties of appointments. Exchange 2003 SDK, urn:schemas:calendar */
const calendar: Readonly<Record<string, NamedProperty>> = {
  dtstart: pidLid.appointmentStartWhole,
  dtend: pidLid.appointmentEndWhole,
  duration: pidLid.appointmentDuration,
  location: pidLid.location,
  alldayevent: pidLid.appointmentSubType,
  meetingstatus: pidLid.appointmentStateFlags,
  sequence: pidLid.appointmentSequence,
  reminderoffset: pidLid.reminderDelta,
};

/** Names of the properties of contacts. Exchange 2003 SDK, urn:schemas:contacts */
const contacts: Readonly<Record<string, NamedProperty | PropertyTag>> = {
  cn: pidTag.displayName,
  givenName: pidTag.givenName,
  middlename: pidTag.middleName,
  sn: pidTag.surname,
  nickname: pidTag.nickname,
  fileas: pidLid.fileUnder,
  o: pidTag.companyName,
  department: pidTag.departmentName,
  title: pidTag.title,
  telephoneNumber: pidTag.businessTelephoneNumber,
  homePhone: pidTag.homeTelephoneNumber,
  mobile: pidTag.mobileTelephoneNumber,
  email1: pidLid.email1EmailAddress,
  email2: pidLid.email2EmailAddress,
  email3: pidLid.email3EmailAddress,
  street: pidLid.workAddressStreet,
  l: pidLid.workAddressCity,
  st: pidLid.workAddressState,
  postalcode: pidLid.workAddressPostalCode,
  co: pidLid.workAddressCountry,
};

const keysOf = (namespace: string, table: Readonly<Record<string, NamedProperty | PropertyTag>>): [string, string][] =>
  Object.entries(table).map(([name, property]) => [
    namespace + name,
    typeof property === 'number' ? tagKey(property) : propertyNameKey(property.name),
  ]);

/** A property without a name, among those that have one. */
export const tagKey = (tag: PropertyTag): string => (tag >>> 16).toString(16).padStart(4, '0');

/** The key of the property that a full name means. */
export const itemKeys: ReadonlyMap<string, string> = new Map([
  ...keysOf('urn:schemas:calendar:', calendar),
  ...keysOf('urn:schemas:contacts:', contacts),
]);

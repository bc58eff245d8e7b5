import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { MailAddress } from '../addresses.ts';
import type { Mail } from '../mail.ts';
import type { Attendee } from './appointment.ts';

/** The text of the first property of this name. */
export function text(component: ICAL.Component, name: string): string | undefined {
  const value = component.getFirstPropertyValue(name);
  return value === null ? undefined : String(value as string);
}

/** 300B of an item: the same for the same text. */
export const searchKeyOf = (component: ICAL.Component): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(component.toString()).digest().subarray(0, 16));

/** Lines end as MAPI has them. */
export const body = (component: ICAL.Component): string | undefined =>
  text(component, 'description')?.replaceAll(/\r?\n/g, '\r\n');

/** HTML that Outlook adds to the description. */
export function html(component: ICAL.Component): string | undefined {
  const property = component
    .getAllProperties('x-alt-desc')
    .find((one) => one.getFirstParameter('fmttype')?.toLowerCase() === 'text/html');
  return property === undefined ? undefined : String(property.getFirstValue());
}

const sensitivities: Readonly<Record<string, Mail['sensitivity']>> = {
  private: 'private',
  confidential: 'confidential',
};

/** CATEGORIES, CLASS and PRIORITY. */
export function marks(component: ICAL.Component): Pick<Mail, 'categories' | 'sensitivity' | 'importance'> {
  const priority = Number(text(component, 'priority') ?? 0);
  return {
    categories: component
      .getAllProperties('categories')
      .flatMap((property) => property.getValues().map(String))
      .filter((category) => category !== ''),
    sensitivity: sensitivities[text(component, 'class')?.toLowerCase() ?? ''],
    importance: priority === 0 || priority === 5 ? undefined : priority < 5 ? 'high' : 'low',
  };
}

/** Minutes before the start of the first alarm that counts from it. */
export function reminder(component: ICAL.Component): number | undefined {
  const trigger = component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger');
  return trigger instanceof ICAL.Duration ? Math.max(0, Math.round(-trigger.toSeconds() / 60)) : undefined;
}

type Resolve = (address: MailAddress) => MailAddress;

function personOf(property: ICAL.Property, resolve: Resolve): MailAddress {
  const smtp = String(property.getFirstValue()).replace(/^mailto:/i, '');
  return resolve({ name: property.getFirstParameter('cn') ?? smtp, smtp });
}

export function organizer(component: ICAL.Component, resolve: Resolve): MailAddress | undefined {
  const property = component.getFirstProperty('organizer');
  return property === null ? undefined : personOf(property, resolve);
}

const answers: Readonly<Record<string, NonNullable<Attendee['response']>>> = {
  'needs-action': 'notResponded',
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
};

export const attendees = (component: ICAL.Component, resolve: Resolve): Attendee[] =>
  component.getAllProperties('attendee').map((property) => ({
    address: personOf(property, resolve),
    role: roleOf(property),
    response: answers[property.getFirstParameter('partstat')?.toLowerCase() ?? ''] ?? 'none',
  }));

function roleOf(property: ICAL.Property): Attendee['role'] {
  const kind = property.getFirstParameter('cutype')?.toLowerCase();
  if (kind === 'resource' || kind === 'room') return 'resource';
  const role = property.getFirstParameter('role')?.toLowerCase();
  return role === 'opt-participant' || role === 'non-participant' ? 'optional' : 'required';
}

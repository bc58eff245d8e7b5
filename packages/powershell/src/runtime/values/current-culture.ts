import { CultureInfo } from './culture-info.ts';
import { runningSession } from './running-session.ts';

const invariant = new CultureInfo('');
const uiCultures = new WeakMap<object, CultureInfo>();

/** The culture of messages and localized data; what is formatted is in the invariant culture. */
export const currentUICulture = (): CultureInfo => uiCultures.get(runningSession()) ?? invariant;

export function setCurrentUICulture(culture: CultureInfo): void {
  uiCultures.set(runningSession(), culture);
}

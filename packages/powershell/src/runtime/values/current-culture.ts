import { type Culture, cultureByName, invariantCulture } from '../../dotnet/index.ts';
import { CultureInfo } from './culture-info.ts';
import { runningSession, sessionNow } from './running-session.ts';

const invariant = new CultureInfo('');
const cultures = new WeakMap<object, CultureInfo>();
const uiCultures = new WeakMap<object, CultureInfo>();

const ofSession = (known: WeakMap<object, CultureInfo>): CultureInfo => {
  const session = sessionNow();
  return (session && known.get(session)) ?? invariant;
};

/** The culture of messages and localized data. */
export const currentUICulture = (): CultureInfo => ofSession(uiCultures);

export function setCurrentUICulture(culture: CultureInfo): void {
  uiCultures.set(runningSession(), culture);
}

/** The culture in which values are formatted and read: the invariant one until a script sets another. */
export const currentCulture = (): CultureInfo => ofSession(cultures);

/** Refuses a culture whose symbols are not held. */
export function setCurrentCulture(culture: CultureInfo): void {
  cultureByName(culture.name);
  cultures.set(runningSession(), culture);
}

/** The symbols of the current culture. */
export function currentSymbols(): Culture {
  const culture = currentCulture();
  return culture === invariant ? invariantCulture : cultureByName(culture.name);
}

import { cultureByName, type Culture } from '../../dotnet/index.ts';
import { currentSymbols } from '../values/current-culture.ts';
import { CultureInfo } from '../values/culture-info.ts';

/** The culture that a format provider stands for; the current one without it. */
export const cultureOf = (provider: unknown): Culture =>
  provider instanceof CultureInfo ? cultureByName(provider.name) : currentSymbols();

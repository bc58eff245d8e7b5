import { cultureByName, type Culture, invariantCulture } from '../../dotnet/index.ts';
import { CultureInfo } from '../values/culture-info.ts';

/** The culture that a format provider stands for; the invariant one without it. */
export const cultureOf = (provider: unknown): Culture =>
  provider instanceof CultureInfo ? cultureByName(provider.name) : invariantCulture;

import { productExceptions } from '@cutover/core/metadata';
import { declareType } from './declare-type.ts';

/** `…PermanentException` → MigrationPermanentException, which has no other base than .NET's. */
function baseOf(name: string): string {
  const [, kind] = /(Permanent|Transient)Exception$/.exec(name) ?? [];
  const base = productExceptions.find((one) => one.endsWith(`.Migration${kind}Exception`));
  return base === undefined || base === name ? 'System.Exception' : base;
}

/** Makes the product's exceptions known to the session that runs, so that scripts read their members and catch them by their types. */
export function defineExceptions(): void {
  for (const name of productExceptions) declareType(name, () => ({ name, base: baseOf(name) }));
}

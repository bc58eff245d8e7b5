import { productExceptions } from '@cutover/core/metadata';
import { coreTypes, once } from '@cutover/powershell/values';

/** `…PermanentException` → MigrationPermanentException, which has no other base than .NET's. */
function baseOf(name: string): string {
  const [, kind] = /(Permanent|Transient)Exception$/.exec(name) ?? [];
  const base = productExceptions.find((one) => one.endsWith(`.Migration${kind}Exception`));
  return base === undefined || base === name ? 'System.Exception' : base;
}

/** Makes the product's exceptions known, so that scripts read their members and catch them by their types. */
export const defineExceptions = once(() => {
  for (const name of productExceptions) coreTypes.add({ name, base: baseOf(name) });
});

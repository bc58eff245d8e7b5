import { DotnetError } from '../../dotnet/index.ts';

/** Goes over what an iterable gives, and fails when its owner has changed meanwhile. */
export function* whileUnchanged<T>(owner: { readonly version: number }, items: Iterable<T>): Generator<T> {
  const { version } = owner;
  for (const item of items) {
    yield item;
    if (owner.version !== version) {
      throw new DotnetError(
        'InvalidOperationException',
        'Collection was modified; enumeration operation may not execute.',
      );
    }
  }
}

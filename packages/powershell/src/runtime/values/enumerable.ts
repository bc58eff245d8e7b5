/** What a pipeline and `foreach` take apart into its elements. */
export abstract class Enumerable {
  abstract readonly typeName: string;
  abstract elements(): Iterable<unknown>;
}

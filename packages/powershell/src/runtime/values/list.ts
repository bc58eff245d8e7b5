/** A list that grows: ArrayList, List[T], Collection. */
export class List {
  readonly typeName: string;
  readonly items: unknown[];
  version = 0;

  constructor(typeName: string, items: unknown[] = []) {
    this.typeName = typeName;
    this.items = items;
  }
}

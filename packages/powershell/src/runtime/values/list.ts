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

export const arrayList = (items: unknown[] = []): List => new List('System.Collections.ArrayList', items);

import type { FormatShape } from './format-packet.ts';
import { liveTypeName } from './format-source.ts';
import type { View } from './view.ts';

export interface ViewQuery {
  readonly shape?: FormatShape | undefined;
  readonly name?: string | undefined;
}

/** Views that are made when one of their types is looked for. */
export interface ViewShelf {
  readonly types: readonly string[];
  readonly load: () => Iterable<View>;
}

interface FoundView {
  readonly view: View | undefined;
  readonly typeNames: readonly string[];
}

function areSame(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}

/** The views that a session knows, by type. Later ones of the same type come after earlier ones. */
export class ViewRegistry {
  readonly #byType = new Map<string, View[]>();
  readonly #shelves = new Map<string, ViewShelf>();
  /** What was found last for lists that begin with a type's name; forgotten when a view comes. */
  readonly #outOfBand = new Map<string, FoundView>();

  constructor(views: Iterable<View> = []) {
    for (const view of views) this.add(view);
  }

  /** `-PrependPath`-like precedence: a view that must win over those known already. */
  prepend(view: View): void {
    for (const type of view.types) this.#viewsOf(type).unshift(view);
  }

  add(view: View): void {
    for (const type of view.types) this.#viewsOf(type).push(view);
  }

  /** Views of types that have none besides. */
  addShelf(shelf: ViewShelf): void {
    for (const type of shelf.types) this.#shelves.set(type.toLowerCase(), shelf);
  }

  /** The view of the most special type that has one of this shape and name. */
  find(typeNames: readonly string[], { shape, name }: ViewQuery = {}): View | undefined {
    const wanted = (view: View): boolean =>
      !view.outOfBand && (shape === undefined || view.shape === shape) && (name === undefined || same(view.name, name));
    return this.#first(typeNames, wanted);
  }

  findOutOfBand(typeNames: readonly string[]): View | undefined {
    const first = typeNames[0] ?? '';
    const known = this.#outOfBand.get(first);
    if (known && areSame(known.typeNames, typeNames)) return known.view;
    const view = this.#first(typeNames, ({ outOfBand }) => outOfBand === true);
    this.#outOfBand.set(first, { view, typeNames: [...typeNames] });
    return view;
  }

  /** All views of exactly this type. */
  viewsOf(typeName: string): readonly View[] {
    const key = typeName.toLowerCase();
    const shelf = this.#shelves.get(key);
    if (shelf) this.#take(shelf);
    return this.#byType.get(key) ?? [];
  }

  /** All types that have views, with them. */
  *byType(): Generator<readonly [typeName: string, views: readonly View[]]> {
    for (const shelf of new Set(this.#shelves.values())) this.#take(shelf);
    for (const [key, views] of this.#byType) {
      const name = views[0]?.types.find((type) => type.toLowerCase() === key);
      if (name !== undefined) yield [name, views];
    }
  }

  #take({ types, load }: ViewShelf): void {
    for (const type of types) this.#shelves.delete(type.toLowerCase());
    for (const view of load()) this.prepend(view);
  }

  #first(typeNames: readonly string[], wanted: (view: View) => boolean): View | undefined {
    for (const name of withLiveNames(typeNames)) {
      const found = this.viewsOf(name).find(wanted);
      if (found) return found;
    }
    return undefined;
  }

  #viewsOf(type: string): View[] {
    this.#outOfBand.clear();
    const key = type.toLowerCase();
    const known = this.#byType.get(key);
    if (known) return known;
    const views: View[] = [];
    this.#byType.set(key, views);
    return views;
  }
}

/** Whether a view is for a value of these types. */
export function isFor(view: View, typeNames: readonly string[]): boolean {
  const names = withLiveNames(typeNames);
  return view.types.some((type) => names.some((name) => same(name, type)));
}

function withLiveNames(typeNames: readonly string[]): readonly string[] {
  const live = typeNames.map((name) => liveTypeName(name));
  return live.some((name, index) => name !== typeNames[index]) ? [...typeNames, ...live] : typeNames;
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

import { unboxed } from '../values/boxed.ts';
import { ObjectView } from '../values/object-view.ts';
import { typeNameList } from './type-names.ts';

const views: Readonly<Record<string, (value: unknown) => unknown>> = {
  psobject: (value) => new ObjectView(value),
  psbase: unboxed,
  psadapted: (value) => value,
  psextended: (value) => new ObjectView(value),
  pstypenames: typeNameList,
};

/** Names that every object answers to. */
export const isIntrinsicName = (name: string): boolean =>
  name.length >= 6 && /^ps(?:object|base|adapted|extended|typenames)$/i.test(name);

export const intrinsicMember = (value: unknown, name: string): unknown => views[name.toLowerCase()]?.(value);

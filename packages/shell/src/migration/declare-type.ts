import { type DotNetType, knownTypes } from '@cutover/powershell/values';

/** The type of this name that the running session knows; when it knows none, the one that is made becomes it. */
export function declareType(name: string, make: () => DotNetType): DotNetType {
  const types = knownTypes();
  const known = types.find(name);
  if (known) return known;
  const type = make();
  types.add(type);
  return type;
}

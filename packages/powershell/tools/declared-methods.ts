import { registerTypes } from '../src/runtime/types/register-types.ts';
import { coreTypes } from '../src/runtime/types/type-registry.ts';

// Prints `type|methods|static methods` for every type of .NET that is declared: what method-forms.ps1 reads.

registerTypes();
const lines = coreTypes.names().flatMap((name) => {
  const type = coreTypes.find(name);
  const names = (methods: object = {}): string => Object.keys(methods).join(',');
  return type && !name.includes('`') ? [`${name}|${names(type.methods)}|${names(type.staticMethods)}`] : [];
});
process.stdout.write(`${lines.join('\n')}\n`);

import { Version } from '../../dotnet/index.ts';
import { netError } from '../errors/script-error.ts';
import { Assembly, AssemblyName } from '../values/assembly.ts';
import { knownTypes } from '../values/running-session.ts';
import { TypeValue } from '../values/type-value.ts';
import { qualifiedName } from './assemblies.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';

/** What is part of .NET on every platform: its types are there without loading anything. */
export const isThere = (name: string): boolean =>
  /^(?:System|Microsoft\.CSharp|mscorlib|netstandard)\b/i.test(name) && !/^System\.(?:Windows|Drawing)\b/i.test(name);

const known = (name: string): Assembly => new Assembly(qualifiedName(name).replace('System.Private.CoreLib', name));

function load(name: string): Assembly {
  if (isThere(name)) return known(name);
  throw netError(
    'System.IO.FileNotFoundException',
    `Could not load file or assembly '${name}, Culture=neutral, PublicKeyToken=null'. The system cannot find the file specified.\n`,
  );
}

/** Code of other makers cannot be run: where it lies, it is not there. */
function loadFile(path: string): never {
  throw netError(
    'System.IO.FileNotFoundException',
    `Could not load file or assembly '${path}'. The system cannot find the file specified.\n`,
  );
}

function typeNamed(name: string): TypeValue | null {
  const type = knownTypes().find(name);
  return type?.name === name ? new TypeValue(type) : null;
}

export const assemblyTypes: readonly DotNetType[] = [
  {
    name: 'System.Reflection.Assembly',
    base: 'System.Object',
    isAbstract: true,
    properties: {
      FullName: readOnly(({ fullName }: Assembly) => fullName, 'string'),
      Location: readOnly(() => '', 'string'),
      GlobalAssemblyCache: readOnly(() => false, 'bool'),
      ImageRuntimeVersion: readOnly(() => 'v4.0.30319', 'string'),
    },
    methods: {
      GetName: [overload('', (self: Assembly) => new AssemblyName(self))],
      GetType: [
        overload('', () => new TypeValue(knownTypes().find('System.Reflection.RuntimeAssembly')!)),
        overload('string name', (_self: Assembly, name: string) => typeNamed(name)),
      ],
      ToString: [overload('', ({ fullName }: Assembly) => fullName)],
    },
    staticMethods: {
      LoadWithPartialName: [
        overload('string partialName', (_self: null, name: string) => (isThere(name) ? known(name) : null)),
      ],
      Load: [overload('string assemblyString', (_self: null, name: string) => load(name))],
      LoadFrom: [overload('string assemblyFile', (_self: null, path: string) => loadFile(path))],
      LoadFile: [overload('string path', (_self: null, path: string) => loadFile(path))],
      GetExecutingAssembly: [overload('', () => known('System.Management.Automation'))],
    },
  },
  { name: 'System.Reflection.RuntimeAssembly', base: 'System.Reflection.Assembly' },
  {
    name: 'System.Reflection.AssemblyName',
    base: 'System.Object',
    properties: {
      Name: readOnly(({ assembly }: AssemblyName) => assembly.name, 'string'),
      Version: readOnly(({ assembly }: AssemblyName) => Version.parse(assembly.version), 'System.Version'),
      FullName: readOnly(({ assembly }: AssemblyName) => assembly.fullName, 'string'),
    },
  },
];

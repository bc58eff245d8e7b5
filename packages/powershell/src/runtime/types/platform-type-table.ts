import { arch, hostname, release, type } from 'node:os';
import { netError } from '../errors/script-error.ts';
import { runningSession } from '../values/running-session.ts';
import { processFolder } from './process-folder.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { enumType, enumValue } from './enum-type.ts';

const interop = 'System.Runtime.InteropServices';

/** The name of an operating system. Source: System.Runtime.InteropServices.OSPlatform. */
class Platform {
  readonly typeName = `${interop}.OSPlatform`;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  text(): string {
    return this.name;
  }
}

const platform = (name: string) => readOnly(() => new Platform(name), `${interop}.OSPlatform`);

const platformType: DotNetType = {
  name: `${interop}.OSPlatform`,
  base: 'System.ValueType',
  valueType: true,
  statics: {
    Linux: platform('LINUX'),
    OSX: platform('OSX'),
    Windows: platform('WINDOWS'),
    FreeBSD: platform('FREEBSD'),
  },
  staticMethods: { Create: [overload('string osPlatform', (_self: null, name: string) => new Platform(name))] },
};

const architecture = (): unknown => enumValue(`${interop}.Architecture`, arch() === 'arm64' ? 'Arm64' : 'X64');

const runtimeInformationType: DotNetType = {
  name: `${interop}.RuntimeInformation`,
  base: 'System.Object',
  isAbstract: true,
  statics: {
    FrameworkDescription: readOnly(() => '.NET 10.0.0', 'string'),
    OSDescription: readOnly(() => `${type()} ${release()}`, 'string'),
    OSArchitecture: readOnly(architecture),
    ProcessArchitecture: readOnly(architecture),
  },
  staticMethods: {
    IsOSPlatform: [
      overload(`${interop}.OSPlatform osPlatform`, (_self: null, { name }: Platform) => name.toUpperCase() === 'LINUX'),
    ],
  },
};

/** Memory is V8's to free: a script that asks for it is heard at the next opportunity. */
const collect = (): void => undefined;

const collectorType: DotNetType = {
  name: 'System.GC',
  base: 'System.Object',
  isAbstract: true,
  statics: { MaxGeneration: readOnly(() => 2, 'int') },
  staticMethods: {
    Collect: [overload('', collect), overload('int generation', collect)],
    WaitForPendingFinalizers: [overload('', collect)],
    GetTotalMemory: [overload('bool forceFullCollection', () => BigInt(process.memoryUsage().heapUsed))],
  },
};

class Domain {
  readonly typeName = 'System.AppDomain';
}

const domain = new Domain();

const domainType: DotNetType = {
  name: 'System.AppDomain',
  base: 'System.Object',
  properties: {
    FriendlyName: readOnly(() => 'pwsh', 'string'),
    BaseDirectory: readOnly(() => `${processFolder()}/`, 'string'),
    Id: readOnly(() => 1, 'int'),
  },
  statics: { CurrentDomain: readOnly(() => domain) },
};

/** Names are the host's to resolve; without a network nothing is told. */
function hostName(): string {
  if (!runningSession().capabilities.network)
    throw netError('System.Net.Sockets.SocketException', 'The network is not granted to this session.');
  return hostname();
}

const namesType: DotNetType = {
  name: 'System.Net.Dns',
  base: 'System.Object',
  isAbstract: true,
  staticMethods: { GetHostName: [overload('', hostName)] },
};

/** What scripts ask of the platform that runs them. */
export const platformTypes: readonly DotNetType[] = [
  enumType(`${interop}.Architecture`, 'X86 X64 Arm Arm64'),
  platformType,
  runtimeInformationType,
  collectorType,
  domainType,
  namesType,
];

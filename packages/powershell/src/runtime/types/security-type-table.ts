import { once } from '../../dotnet/once.ts';
import { netError } from '../errors/script-error.ts';
import { Credential, NetworkCredential, toNetworkCredential } from '../values/credential.ts';
import type { Char } from '../values/number-types.ts';
import { SecureString } from '../values/secure-string.ts';
import { type DotNetType, overload, readOnly, settable } from './define-type.ts';

function changed(self: SecureString, change: (text: string) => string): void {
  if (self.isReadOnly) throw netError('System.InvalidOperationException', 'Instance is read-only.');
  self.change(change);
}

const secureStringType: DotNetType = {
  name: 'System.Security.SecureString',
  base: 'System.Object',
  interfaces: ['System.IDisposable'],
  properties: { Length: readOnly((self: SecureString) => self.length, 'int') },
  methods: {
    AppendChar: [overload('char c', (self: SecureString, { value }: Char) => changed(self, (text) => text + value))],
    InsertAt: [
      overload('int index, char c', (self: SecureString, index: number, { value }: Char) =>
        changed(self, (text) => text.slice(0, index) + value + text.slice(index)),
      ),
    ],
    RemoveAt: [
      overload('int index', (self: SecureString, index: number) =>
        changed(self, (text) => text.slice(0, index) + text.slice(index + 1)),
      ),
    ],
    SetAt: [
      overload('int index, char c', (self: SecureString, index: number, { value }: Char) =>
        changed(self, (text) => text.slice(0, index) + value + text.slice(index + 1)),
      ),
    ],
    Clear: [overload('', (self: SecureString) => changed(self, () => ''))],
    Copy: [overload('', (self: SecureString) => new SecureString(self.reveal()))],
    MakeReadOnly: [overload('', (self: SecureString) => void (self.isReadOnly = true))],
    IsReadOnly: [overload('', (self: SecureString) => self.isReadOnly)],
    Dispose: [overload('', (self: SecureString) => self.change(() => ''))],
  },
  constructors: [overload('', () => new SecureString())],
};

/** The one credential whose user has no name. */
const empty = once(() => new Credential(null, new SecureString()));

const credentialType: DotNetType = {
  name: 'System.Management.Automation.PSCredential',
  base: 'System.Object',
  properties: {
    UserName: readOnly((self: Credential) => self.userName, 'string'),
    Password: readOnly((self: Credential) => self.password, 'System.Security.SecureString'),
  },
  statics: { Empty: readOnly(() => empty()) },
  methods: { GetNetworkCredential: [overload('', toNetworkCredential)] },
  constructors: [
    overload(
      'string userName, System.Security.SecureString password',
      (_type: DotNetType, userName: string, password: SecureString | null) => credential(userName, password),
    ),
  ],
};

function credential(userName: string, password: SecureString | null): Credential {
  if (userName === '') {
    throw netError(
      'System.Management.Automation.PSArgumentException',
      'Cannot process argument because the value of argument "userName" is not valid. Change the value of the "userName" argument and run the operation again.',
    );
  }
  if (password === null) {
    throw netError(
      'System.Management.Automation.PSArgumentNullException',
      'Cannot process argument because the value of argument "password" is null. Change the value of argument "password" to a non-null value.',
    );
  }
  return new Credential(userName, password);
}

const networkType: DotNetType = {
  name: 'System.Net.NetworkCredential',
  base: 'System.Object',
  properties: {
    UserName: settable(
      (self: NetworkCredential) => self.userName,
      (self: NetworkCredential, name: string) => void (self.userName = name),
      'string',
    ),
    Password: settable(
      (self: NetworkCredential) => self.password.reveal(),
      (self: NetworkCredential, text: string) => void (self.password = new SecureString(text)),
      'string',
    ),
    SecurePassword: settable(
      (self: NetworkCredential) => self.password,
      (self: NetworkCredential, password: SecureString) => void (self.password = password),
      'System.Security.SecureString',
    ),
    Domain: settable(
      (self: NetworkCredential) => self.domain,
      (self: NetworkCredential, domain: string) => void (self.domain = domain),
      'string',
    ),
  },
  constructors: [
    overload('', () => new NetworkCredential('', new SecureString())),
    ...['string', 'System.Security.SecureString'].flatMap((type) => [
      overload(
        `string userName, ${type} password`,
        (_type: DotNetType, name: string, password: string | SecureString | null) =>
          new NetworkCredential(name, secure(password)),
      ),
      overload(
        `string userName, ${type} password, string domain`,
        (_type: DotNetType, name: string, password: string | SecureString | null, domain: string) =>
          new NetworkCredential(name, secure(password), domain),
      ),
    ]),
  ],
};

const secure = (password: string | SecureString | null): SecureString =>
  password instanceof SecureString ? password : new SecureString(password ?? '');

/** Where Marshal put a secret: scripts hand it on to read the secret, then free it. */
class SecretPointer {
  readonly typeName = 'System.IntPtr';
  #secret: SecureString | undefined;

  constructor(secret: SecureString) {
    this.#secret = secret;
  }

  read(): string | null {
    return this.#secret?.reveal() ?? null;
  }

  free(): void {
    this.#secret = undefined;
  }

  text(): string {
    return '1';
  }
}

const pointerForms = [
  overload('System.Security.SecureString s', (_self: null, secret: SecureString) => new SecretPointer(secret)),
];
/** There is no memory to read but that of a secret. */
function secretAt(pointer: unknown): SecretPointer {
  if (pointer instanceof SecretPointer) return pointer;
  throw netError('System.ArgumentException', 'The pointer does not point to the text of a SecureString.');
}

const readForms = [
  overload('System.IntPtr ptr', (_self: null, pointer: unknown) => secretAt(pointer).read()),
  overload('System.IntPtr ptr, int len', (_self: null, pointer: unknown, length: number) =>
    secretAt(pointer).read()?.slice(0, length),
  ),
];
const freeForms = [overload('System.IntPtr s', (_self: null, pointer: unknown) => secretAt(pointer).free())];

/** The part of System.Runtime.InteropServices.Marshal by which scripts read a SecureString. */
const marshalType: DotNetType = {
  name: 'System.Runtime.InteropServices.Marshal',
  base: 'System.Object',
  isAbstract: true,
  staticMethods: {
    SecureStringToBSTR: pointerForms,
    SecureStringToGlobalAllocUnicode: pointerForms,
    SecureStringToCoTaskMemUnicode: pointerForms,
    PtrToStringBSTR: readForms,
    PtrToStringAuto: readForms,
    PtrToStringUni: readForms,
    ZeroFreeBSTR: freeForms,
    ZeroFreeGlobalAllocUnicode: freeForms,
    ZeroFreeCoTaskMemUnicode: freeForms,
  },
};

/** Secrets, and who they belong to. */
export const securityTypes: readonly DotNetType[] = [secureStringType, credentialType, networkType, marshalType];

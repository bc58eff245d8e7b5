import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';
import { Credential } from './credential.ts';
import { SecureString } from './secure-string.ts';

const password = 'Pa$$w0rd-1';

test('A secret is nowhere in the object that holds it.', () => {
  const secret = new SecureString(password);
  const credential = new Credential('ann', secret);
  const shown = [
    String(secret.text()),
    JSON.stringify({ secret, credential }),
    inspect(credential, { depth: 9, showHidden: true }),
  ];
  for (const text of shown) expect(text).not.toContain(password);
  expect(secret.length).toBe(password.length);
  expect(secret.reveal()).toBe(password);
});

test('Two secrets of the same text are sealed differently.', () => {
  const sealed = () => new SecureString(password);
  expect(sealed()).not.toBe(sealed());
  const changed = sealed();
  changed.change((text) => `${text}!`);
  expect(changed.reveal()).toBe(`${password}!`);
});

const make = `$s = ConvertTo-SecureString '${password}' -AsPlainText -Force; $c = [pscredential]::new('CONTOSO\\ann', $s); `;

checkScripts([
  {
    script: `${make}"$s"; $s.ToString(); "$c"`,
    output: 'System.Security.SecureString\nSystem.Security.SecureString\nSystem.Management.Automation.PSCredential',
  },
  { script: `${make}$s.Length`, output: '10' },
  {
    script: `${make}($c | Out-String) -match 'w0rd-'; ($c | ConvertTo-Json) -match 'w0rd-'; ($s | Format-List * | Out-String) -match 'w0rd-'`,
    output: 'False\nFalse\nFalse',
  },
  {
    script: `${make}$c.GetNetworkCredential().Password; $c.GetNetworkCredential().Domain; $c.GetNetworkCredential().UserName`,
    output: `${password}\nCONTOSO\nann`,
  },
  {
    script: `${make}$p = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($s); [Runtime.InteropServices.Marshal]::PtrToStringAuto($p); [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($p)`,
    output: password,
  },
  {
    script: `[System.Net.NetworkCredential]::new('', ((ConvertTo-SecureString 'x y' -AsPlainText -Force))).Password`,
    output: 'x y',
  },
  {
    script:
      "$s = [securestring]::new(); 'ab'.ToCharArray() | ForEach-Object { $s.AppendChar($_) }; $s.MakeReadOnly(); $s.Length; $s.IsReadOnly()",
    output: '2\nTrue',
  },
  { script: "[pscredential]::new('', [securestring]::new())", errorId: 'PSArgumentException' },
  { script: "[pscredential]::new('ann', $null)", errorId: 'PSArgumentNullException' },
  {
    script: 'function f([pscredential]$Credential) { $Credential.UserName }; f ann',
    answers: ['secret'],
    output: '\nPowerShell credential request\nEnter your credentials.\nann',
  },
]);

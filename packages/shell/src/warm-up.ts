import { type AsyncWorld, createStopState } from '@cutover/powershell';
import { createSession } from './session.ts';

/** What nearly every script does: values that are shown, pipelines, functions, variables, members, texts. */
const script = `
  1
  Get-Date | Out-String
  function f($x) { $x * 2 }
  1..5 | ForEach-Object { f $_ }
  $h = @{ a = 1; b = 'x' }
  foreach ($k in $h.Keys) { if ($h[$k] -eq 1) { "$k = $($h[$k])" } }
  Write-Output 'text' | Where-Object { $_ -like 't*' }
`;

/** Runs a little of everything without any effect, so that the functions are there whose code is to be kept for later starts. */
export function warmUp(): void {
  const world: AsyncWorld = { call: () => [] };
  const session = createSession({
    host: { write: () => undefined, writeError: () => undefined, width: 80 },
    world,
    stop: createStopState(),
    capabilities: {},
    environment: {},
    colors: false,
    input: undefined,
    onBusy: () => undefined,
    flush: () => undefined,
  });
  session.invoke(script);
}

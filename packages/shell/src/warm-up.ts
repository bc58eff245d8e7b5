import { type AsyncWorld, createStopState } from '@cutover/powershell';
import { createSession } from './session.ts';

/** What nearly every script does: shown values, pipelines, functions, variables, members, texts. */
const script = `
  1
  function f($x) { $x * 2 }
  1..5 | ForEach-Object { f $_ } | Out-String
  Get-Date | Out-String
  $list = foreach ($n in 1..3) { if ($n -gt 1) { [pscustomobject]@{ Name = "n$n"; Size = $n } } }
  $list | Where-Object { $_.Size -ge 2 } | Select-Object -Property Name | Out-String
  try { throw 'x' } catch { $_.Exception.Message }
  $table = @{ a = 1 }
  $table.Keys | Sort-Object
  Write-Output "$($table.a) of $list".Length
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

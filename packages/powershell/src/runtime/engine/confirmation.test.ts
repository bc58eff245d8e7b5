import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

const change = (impact: string): string =>
  `function Set-It { [CmdletBinding(SupportsShouldProcess,ConfirmImpact='${impact}')] param($n) if ($PSCmdlet.ShouldProcess($n, 'Change')) { "did $n" } }; `;

describe('ShouldProcess', () => {
  checkScripts([
    { script: `${change('Low')}Set-It a -WhatIf`, output: 'What if: Performing the operation "Change" on target "a".' },
    { script: `${change('Low')}$WhatIfPreference = $true; Set-It a -WhatIf:$false`, output: 'did a' },
    { script: `${change('High')}Set-It a`, errorId: 'PSInvalidOperationException' },
    { script: `${change('High')}Set-It a -Confirm:$false`, output: 'did a' },
    { script: `${change('High')}$ConfirmPreference = 'None'; Set-It a`, output: 'did a' },
    {
      script: `${change('Medium')}Set-It a; $ConfirmPreference = 'Low'; Set-It b`,
      output: 'did a',
      errorId: 'PSInvalidOperationException',
    },
    {
      script: `${change('Low')}Set-It a -Verbose`,
      output: 'VERBOSE: Performing the operation "Change" on target "a".\ndid a',
    },
    { script: 'function f { [CmdletBinding()] param() }; f -WhatIf', errorId: 'NamedParameterNotFound,f' },
  ]);
});

const boom =
  "[System.Management.Automation.ErrorRecord]::new([Exception]::new('boom'), 'MyId', 'InvalidOperation', 'target')";

describe('$PSCmdlet', () => {
  checkScripts([
    {
      script: `function f { [CmdletBinding()] param() $PSCmdlet.ThrowTerminatingError(${boom}); 'not reached' }; f; 'on'`,
      output: 'on',
      errorId: 'MyId,f',
    },
    {
      script: `function f { [CmdletBinding()] param() try { $PSCmdlet.ThrowTerminatingError(${boom}) } catch { "caught $_" }; 'on' }; f`,
      output: 'caught boom\non',
    },
    {
      script: `function f { [CmdletBinding()] param() $PSCmdlet.WriteError(${boom}); 'on' }; f`,
      output: 'on',
      errorId: 'MyId,f',
    },
    {
      script:
        'function f { [CmdletBinding()] param() $PSCmdlet.WriteObject((1,2),$true); $PSCmdlet.WriteObject((3,4)) }; (f).Count',
      output: '3',
    },
    { script: '$zz = 4; function f { [CmdletBinding()] param() $PSCmdlet.GetVariableValue("zz") }; f', output: '4' },
  ]);
});

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

import { describe, expect, test } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';
import { checkOf } from './validate.ts';

test.each([
  [{ kind: 'set', values: ['a', 'b'] }, 'A', undefined],
  [{ kind: 'set', values: ['a', 'b'], matchCase: true }, 'A', 'The argument "A" does not belong to the set "a,b"'],
  [{ kind: 'set', values: ['a'], message: '{0} not in {1}' }, 'x', 'x not in a'],
  [{ kind: 'range', min: 1, max: 3 }, [1, 3], undefined],
  [{ kind: 'range', min: 1, max: 3 }, [1, 4], 'The 4 argument is greater than the maximum allowed range of 3.'],
  [{ kind: 'rangeKind', range: 'Positive' }, 0, 'The argument "0" cannot be validated'],
  [{ kind: 'rangeKind', range: 'Positive' }, 'a', 'The argument cannot be validated because its type "String"'],
  [{ kind: 'count', min: 2, max: 2 }, [1], 'The parameter requires exactly 2 value(s) - 1 value(s) were provided.'],
  [{ kind: 'count', min: 1, max: 2 }, 'x', 'The ValidateCount attribute cannot be applied to a non-array parameter.'],
  [{ kind: 'length', min: 2, max: 3 }, 'a', 'The character length (1) of the argument is too short.'],
  [{ kind: 'length', min: 2, max: 3 }, 5, 'The ValidateLength attribute cannot be applied'],
  [{ kind: 'pattern', pattern: '^a' }, 'Ab', undefined],
  [{ kind: 'pattern', pattern: '^a' }, 'b', 'The argument "b" does not match the "^a" pattern.'],
  [{ kind: 'drive', drives: ['Env', '/'] }, 'a/b', undefined],
  [{ kind: 'drive', drives: ['Env'] }, 5, 'The path argument is invalid.'],
  [{ kind: 'notNull' }, ['a', null], 'The argument has a null value'],
  [{ kind: 'notNullOrEmpty' }, '', 'The argument is null or empty.'],
  [{ kind: 'notNullOrEmpty' }, [], 'The argument is null, empty, or an element'],
  [{ kind: 'notNullOrWhiteSpace' }, ' ', 'The argument is null, empty, or consists of only white-space characters.'],
] as const)('%o of %o', (validation, value, failure) => {
  const found = checkOf(validation)(value);
  if (failure === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(failure);
});

const validator =
  'class V : System.Management.Automation.ValidateArgumentsAttribute { [void] Validate([object]$a, ' +
  "[System.Management.Automation.EngineIntrinsics]$e) { if ($a -eq 'bad') { throw 'is bad' } } }; ";
const transformation =
  'class T : System.Management.Automation.ArgumentTransformationAttribute { [object] Transform(' +
  '[System.Management.Automation.EngineIntrinsics]$e, [object]$i) { return "T($i)" } }; ';
const generator =
  'class G : System.Management.Automation.IValidateSetValuesGenerator { [string[]] GetValidValues() { return "x","y" } }; ';

describe('attributes of functions', () => {
  checkScripts([
    { script: 'function f { param([ValidateScript({ $_ -gt 1 })]$x) $x }; f 2', output: '2' },
    {
      script: 'function f { param([ValidateScript({ $_ -gt 1 })]$x) $x }; f 1',
      errorId: 'ParameterArgumentValidationError,f',
    },
    { script: 'function f { param([ValidateRange(1,5)][int]$x = 9) $x }; f', output: '9' },
    { script: 'function f { param([ValidateRange(1,5)][int]$x) $x = 9 }; f 1', errorId: 'ValidateSetFailure' },
    { script: 'function f { param([ValidateNope()]$x) }; f 1', errorId: 'CustomAttributeTypeNotFound' },
    { script: `${validator}function f { param([V()]$x) $x }; f good`, output: 'good' },
    { script: `${validator}function f { param([V()]$x) $x }; f bad`, errorId: 'ParameterArgumentValidationError,f' },
    { script: `${transformation}function f { param([T()]$x) $x }; f 5`, output: 'T(5)' },
    {
      script: `${generator}function f { param([ValidateSet([G])]$x) $x }; f z`,
      errorId: 'ParameterArgumentValidationError,f',
    },
    {
      script: "function f { param([PSTypeName('A')]$x) 'ok' }; f ([pscustomobject]@{PSTypeName='A'}); f 1",
      output: 'ok',
      errorId: 'MismatchedPSTypeName,f',
    },
  ]);
});

describe('drives', () => {
  const given = (path: string) =>
    `function f { param([ValidateDrive('Env', '/')][string]$p) $p }; try { f ${path} } catch { $_.Exception.Message -replace '.*on parameter .p.\\. ' }`;
  checkScripts([
    { script: given('env:HOME'), output: 'env:HOME' },
    {
      script: given('Alias:x'),
      output:
        'The path argument drive Alias does not belong to the set of approved drives: Env,/. Supply a path argument with an approved drive.',
    },
    { script: given('Nope:x'), output: "Cannot find drive. A drive with the name 'Nope' does not exist." },
  ]);
});

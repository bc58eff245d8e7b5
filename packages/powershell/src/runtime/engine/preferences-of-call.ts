import { convertTo } from '../conversions/convert.ts';
import { coreTypes } from '../types/type-registry.ts';
import { isTrue } from '../values/truth.ts';
import type { Scope } from './scope.ts';

const actions: readonly (readonly [parameter: string, variable: string])[] = [
  ['erroraction', 'ErrorActionPreference'],
  ['warningaction', 'WarningPreference'],
  ['informationaction', 'InformationPreference'],
  ['progressaction', 'ProgressPreference'],
];

/** The preference variables that common parameters set for a function and all that it calls. Source: MshCommandRuntime. */
export function setPreferences(scope: Scope, common: ReadonlyMap<string, unknown>): void {
  for (const [parameter, variable] of actions) {
    if (common.has(parameter)) scope.setLocal(variable, common.get(parameter));
  }
  for (const kind of ['Verbose', 'Debug']) {
    const given = common.get(kind.toLowerCase());
    if (given !== undefined)
      scope.setLocal(`${kind}Preference`, preference(isTrue(given) ? 'Continue' : 'SilentlyContinue'));
  }
  if (common.has('whatif')) scope.setLocal('WhatIfPreference', common.get('whatif'));
  const confirm = common.get('confirm');
  if (confirm !== undefined) scope.setLocal('ConfirmPreference', impact(isTrue(confirm) ? 'Low' : 'None'));
}

const preference = (name: string): unknown => enumValue('System.Management.Automation.ActionPreference', name);
const impact = (name: string): unknown => enumValue('System.Management.Automation.ConfirmImpact', name);

function enumValue(typeName: string, name: string): unknown {
  const type = coreTypes.find(typeName);
  return type ? convertTo(name, type) : name;
}

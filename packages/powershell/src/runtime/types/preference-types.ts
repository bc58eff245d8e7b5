import type { DotNetType } from './define-type.ts';
import { enumType } from './enum-type.ts';

/** The enumerations of the variables that every session begins with. */
export const preferenceTypes: readonly DotNetType[] = [
  enumType('System.Management.Automation.ErrorView', 'NormalView CategoryView ConciseView DetailedView'),
  enumType(
    'System.Management.Automation.ActionPreference',
    'SilentlyContinue Stop Continue Inquire Ignore Suspend Break',
  ),
  enumType('System.Management.Automation.ConfirmImpact', 'None Low Medium High'),
];

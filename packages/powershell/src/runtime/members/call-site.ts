import type { Overload } from '../types/define-type.ts';
import { Boxed } from '../values/boxed.ts';
import { classState } from '../values/class-instance.ts';
import { Dictionary } from '../values/dictionary.ts';
import { List } from '../values/list.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { membersOf } from '../values/ps-object.ts';
import { Reference } from '../values/reference.ts';
import { runningTypeData } from '../values/running-session.ts';
import { chooseOverload } from './choose-overload.ts';
import { callForm, invokeMember, methodsOf, type MethodCall } from './invoke-member.ts';

/** What an argument has to be for the remembered form to take it as it is. */
const kinds = {
  any: (arg: unknown) => arg !== nothing && !(arg instanceof Reference) && !(arg instanceof Boxed),
  text: (arg: unknown) => typeof arg === 'string',
  int: (arg: unknown) => typeof arg === 'number' && arg === (arg | 0),
} as const;

type Kind = (typeof kinds)[keyof typeof kinds];

interface Found {
  readonly typeName: string;
  readonly form: Overload;
  readonly kinds: readonly Kind[];
}

/** The calls of one method at one place of a script: what is found for one call serves those that look the same. */
export class CallSite {
  #found: Found | undefined;

  invoke(call: MethodCall): unknown {
    const typeName = plainTypeName(call.target);
    if (typeName === undefined) return invokeMember(call);
    const found = this.#found;
    if (found?.typeName === typeName && fits(found.kinds, call.args)) {
      return callForm(found.form, { self: call.target, name: call.name, args: call.args }, call.args);
    }
    const value = invokeMember(call);
    this.#found = findForm(typeName, call);
    return value;
  }
}

/** The type of a text, a list or a map to which no script has given members; undefined for all else. */
function plainTypeName(target: unknown): string | undefined {
  if (runningTypeData()?.isEmpty === false) return undefined;
  if (typeof target === 'string') return 'System.String';
  if (!(target instanceof Dictionary || target instanceof List)) return undefined;
  return membersOf(target) || classState(target) ? undefined : target.typeName;
}

function fits(wanted: readonly Kind[], args: readonly unknown[]): boolean {
  if (wanted.length !== args.length) return false;
  for (let index = 0; index < wanted.length; index++) if (!wanted[index]!(args[index])) return false;
  return true;
}

/** The form that the arguments choose, if it takes them as they are and others of their kinds would choose it too. */
function findForm(typeName: string, { target, name, args }: MethodCall): Found | undefined {
  const forms = methodsOf(target, name);
  if (!forms) return undefined;
  const { form } = chooseOverload(forms, args.map(valueOrNull), name);
  if (form.rest || form.byReference) return undefined;
  const found = args.map((arg, index) => kindOf(arg, form.parameters[index]!, forms.length === 1));
  return found.every((kind) => kind !== undefined) ? { typeName, form, kinds: found } : undefined;
}

function kindOf(arg: unknown, parameter: string, isOnlyForm: boolean): Kind | undefined {
  if (isOnlyForm && parameter === 'System.Object') return kinds.any;
  if (kinds.text(arg) && parameter === 'System.String') return kinds.text;
  return kinds.int(arg) && parameter === 'System.Int32' ? kinds.int : undefined;
}

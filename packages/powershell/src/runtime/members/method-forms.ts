import type { DotNetType } from '../types/define-type.ts';
import { knownTypes } from '../values/running-session.ts';
import { methodForms } from './generated/method-forms.ts';

let forms: Readonly<Record<string, string>> | undefined;

/** The forms of a method of .NET as the original tells them, of the type or the next base that has it. */
export function formsOfMethod(
  type: DotNetType,
  { name, isStatic = false }: { readonly name: string; readonly isStatic?: boolean },
): readonly string[] | undefined {
  const wanted = isStatic && name !== 'new';
  forms ??= methodForms();
  for (let each: DotNetType | undefined = type; each; each = knownTypes().baseOf(each)) {
    const own = forms[each.name]
      ?.split('\n')
      .filter((form) => isForm(form, name) && form.startsWith('static ') === wanted);
    if (own?.length) return own;
  }
  return undefined;
}

const isForm = (form: string, name: string): boolean => / (\w+)(?:\[[^(]*\])?\(/.exec(form)?.[1] === name;

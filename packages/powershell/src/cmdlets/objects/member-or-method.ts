import { listOfParameter } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { runScriptMember } from '../../runtime/engine/call-block.ts';
import { writeEnumerated } from '../../runtime/engine/output.ts';
import { asScriptError } from '../../runtime/engine/statement-error.ts';
import { hasMember } from '../../runtime/members/get-member.ts';
import { invokeMember } from '../../runtime/members/invoke-member.ts';
import { membersOfType } from '../../runtime/members/find-member.ts';
import { typeOf } from '../../runtime/types/type-of.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { membersOf } from '../../runtime/values/ps-object.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { matchesWildcard } from '../../format/wildcard.ts';
import { objectError, type ObjectErrorName } from './object-errors.ts';

/** `ForEach-Object Name args…`: the property or the method of that name, of each object. */
export function memberOrMethod(context: CommandContext): (item: unknown) => void {
  const name = toText(context.parameters['MemberName']);
  const args = listOfParameter(context.parameters, 'ArgumentList') ?? [];
  const member = new MemberOfItem(context, name);
  return args.length > 0 ? (item) => member.call(item, args) : (item) => member.read(item);
}

class MemberOfItem {
  readonly #context: CommandContext;
  readonly #name: string;

  constructor(context: CommandContext, name: string) {
    this.#context = context;
    this.#name = name;
  }

  call(item: unknown, args: readonly unknown[]): void {
    if (item === null) return this.#fail('InvokeMethodOnNull', item, []);
    const names = matching(methodNames(item), this.#name);
    const [name, other] = names;
    if (other !== undefined) return this.#fail('AmbiguousPropertyOrMethodName', item, [this.#name, listed(names)]);
    if (name === undefined) return this.#fail('MethodNotFound', item, [this.#name]);
    const { shouldProcess } = this.#context;
    const shown = args.map((arg) => toText(arg)).join(', ');
    if (!shouldProcess(targetText(item), `Invoke method '${name}' with arguments: ${shown}`)) return;
    this.#invoke(item, name, args);
  }

  read(item: unknown): void {
    const { out, session, shouldProcess } = this.#context;
    const { source } = session.formatting;
    if (item === null) return out.write(null);
    const isMap = item instanceof Dictionary && item.has(this.#name);
    const names = isMap ? [this.#name] : matching([...source.properties(item), ...methodNames(item)], this.#name);
    const [name = this.#name, other] = names;
    if (other !== undefined) return this.#fail('AmbiguousPropertyOrMethodName', item, [this.#name, listed(names)]);
    if (names.length === 0 && !hasMember(item, name)) return out.write(null);
    if (!isMap && !hasMember(item, name)) {
      if (shouldProcess(targetText(item), `Invoke method '${name}'`)) this.#invoke(item, name, []);
      return;
    }
    const action = isMap ? `Retrieve the value for key '${name}'` : `Retrieve the value for property '${name}'`;
    if (shouldProcess(targetText(item), action)) writeEnumerated(out, source.get(item, name)?.value ?? null);
  }

  #invoke(target: unknown, name: string, args: readonly unknown[]): void {
    const { out, session, streams, writeError } = this.#context;
    try {
      writeEnumerated(out, invokeMember({ target, name, args, run: runScriptMember({ session, streams }) }));
    } catch (thrown) {
      const error = asScriptError(thrown);
      if (!error) throw thrown;
      const { exception } = error.record;
      writeError(objectError('MethodInvocationError', [exception.message], { target, exception }));
    }
  }

  #fail(error: ObjectErrorName, target: unknown, values: readonly string[]): void {
    this.#context.writeError(objectError(error, values, { target }));
  }
}

const targetText = (item: unknown): string => `InputObject: ${toText(item)}`;

const listed = (names: readonly string[]): string => names.map((name) => ` ${name}`).join('');

function methodNames(item: unknown): string[] {
  const added = [...(membersOf(item) ?? [])].flatMap((member) => (member.kind === 'method' ? [member.name] : []));
  return [...added, ...membersOfType(typeOf(item)).methods.keys()];
}

function matching(names: readonly string[], wanted: string): string[] {
  const found = names.filter((name) => matchesWildcard(name, wanted));
  return [...new Map(found.map((name) => [name.toLowerCase(), name])).values()];
}

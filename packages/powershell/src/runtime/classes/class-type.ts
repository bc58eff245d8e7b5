import { callOverload } from '../members/invoke-member.ts';
import { membersOfType } from '../members/find-member.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { ScriptError, scriptError } from '../errors/script-error.ts';
import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';
import { fullTypeName, type TypeName } from '../../syntax/type-name.ts';
import type { DotNetType, Overload } from '../types/define-type.ts';
import { adopt, ClassInstance, type ClassState } from '../values/class-instance.ts';
import { type ClassHome, type MethodParameter, runBody } from './call-method.ts';
import type { ClassCode, MethodCode } from './class-code.ts';
import { basesOf, checkBaseConstructor, checkInterfaces } from './check-bases.ts';
import { refuseIn } from './type-error.ts';
import { classProperty, staticProperty } from './class-properties.ts';
import { classTraits } from './class-traits.ts';
import { Initializer } from './class-statics.ts';
import { initialValue } from './initial-values.ts';

/** Builds the type of a class in a shell that other types may refer to already. */
export class ClassBuilder {
  readonly type: Writable<DotNetType>;
  readonly #code: ClassCode;
  readonly #home: ClassHome;
  readonly #statics: Initializer;

  constructor(code: ClassCode, home: ClassHome) {
    this.#code = code;
    this.#home = home;
    this.#statics = new Initializer(() => this.#initializeStatics());
    this.type = { name: code.name, base: 'System.Object' };
  }

  /** The base and interfaces, once all shells are known. */
  inherit(): void {
    const refuse = refuseIn(this.#code.source);
    const bases = basesOf(this.#code, this.#home.session.types, refuse);
    checkInterfaces(this.#code, bases, refuse);
    this.type.baseType = bases.base;
    delete this.type.base;
    this.type.interfaces = bases.interfaces.map(({ name }) => name);
  }

  /** The members, once all bases are known. */
  build(): void {
    const { properties, methods } = this.#code;
    checkBaseConstructor(this.#code, this.type.baseType!, refuseIn(this.#code.source));
    const own = properties.filter(({ isStatic }) => !isStatic);
    this.type.properties = Object.fromEntries(own.map((each) => [each.name, classProperty(each, this.#home)]));
    const statics = properties.filter(({ isStatic }) => isStatic);
    this.type.statics = Object.fromEntries(
      statics.map((each) => [
        each.name,
        staticProperty(each, { home: this.#home, statics: this.#statics, type: this.type }),
      ]),
    );
    const plain = methods.filter(({ isConstructor }) => !isConstructor);
    this.type.methods = this.#overloads(
      plain.filter(({ isStatic }) => !isStatic),
      'methods',
    );
    this.type.staticMethods = this.#overloads(
      plain.filter(({ isStatic }) => isStatic),
      'staticMethods',
    );
    this.type.constructors = this.#constructors();
    this.type.traits = classTraits(this.type, this.#code);
  }

  #resolve(typeName: TypeName): DotNetType {
    const type = this.#home.session.types.resolve(typeName);
    if (!type) throw scriptError('TypeNotFound', [fullTypeName(typeName)]);
    return type;
  }

  #parameters({ parameters }: MethodCode): MethodParameter[] {
    return parameters.map(({ name, attributes }) => {
      const constraint = attributes.find(({ key }) => key === undefined);
      return { name, type: constraint && this.#resolve(constraint.typeName) };
    });
  }

  /** Methods by name, with those forms of the bases' that none here has the parameters of. */
  #overloads(methods: readonly MethodCode[], kind: 'methods' | 'staticMethods'): Record<string, Overload[]> {
    const table: Record<string, Overload[]> = {};
    for (const method of methods) (table[keyOf(table, method.name)] ??= []).push(this.#overload(method));
    for (const [name, forms] of Object.entries(table)) {
      const inherited = membersOfType(this.type.baseType!)[kind].get(name.toLowerCase()) ?? [];
      forms.push(...inherited.filter((form) => !forms.some((own) => sameParameters(own, form))));
    }
    return table;
  }

  #overload(method: MethodCode): Overload {
    const parameters = this.#parameters(method);
    return {
      ...signatureOf(parameters),
      ...(method.isHidden ? { isHidden: true } : {}),
      isScript: true,
      returns: method.returnType ? this.#resolve(method.returnType).name : 'System.Void',
      call: (self, args) => {
        this.#statics.run();
        const result = runBody(this.#home, { ...method, parameters, args, self: (self ?? undefined) as object });
        return method.returnType ? result : undefined;
      },
    };
  }

  #constructors(): Overload[] {
    const own = this.#code.methods.filter(({ isConstructor, isStatic }) => isConstructor && !isStatic);
    if (own.length > 0) return own.map((method) => this.#constructorForm(method));
    return [{ ...signatureOf([]), isScript: true, call: (leaf) => this.#create(leaf as DotNetType, [], undefined) }];
  }

  #constructorForm(method: MethodCode): Overload {
    const parameters = this.#parameters(method);
    return {
      ...signatureOf(parameters),
      isScript: true,
      call: (leaf, args) => this.#create(leaf as DotNetType, args, method, parameters),
    };
  }

  /** An instance of a class that is this one or inherits from it. */
  #create(
    leaf: DotNetType,
    args: readonly unknown[],
    method: MethodCode | undefined,
    parameters: readonly MethodParameter[] = [],
  ): object {
    this.#statics.run();
    let made: object | undefined;
    const begin = (baseArgs: readonly unknown[]): object => {
      made = this.#createBase(leaf, baseArgs);
      this.#initialize(made);
      return made;
    };
    if (!method) return begin([]);
    runBody(this.#home, {
      ...method,
      parameters,
      args,
      self: method.callsBase ? undefined : begin([]),
      onBaseCall: (frame, baseArgs) => void frame.scope.setLocal('this', begin(baseArgs)),
    });
    return made!;
  }

  #createBase(leaf: DotNetType, args: readonly unknown[]): object {
    const base = this.type.baseType!;
    const shown = 'new';
    if (base.constructors?.some(({ isScript }) => isScript)) {
      return callOverload(base.constructors, { name: '.ctor', shown, args, self: leaf }) as object;
    }
    const value =
      base.name === 'System.Object'
        ? new ClassInstance()
        : (callOverload(base.constructors ?? [], { name: '.ctor', shown, args, self: base }) as object);
    const state: ClassState = { type: leaf, fields: new Map(), traits: leaf.traits };
    return adopt(value, state);
  }

  #initialize(self: object): void {
    for (const property of this.#code.properties) {
      if (!property.isStatic) initialValue(property, { home: this.#home, self });
    }
  }

  /** What goes wrong in it is told by every use of the class. Source: TypeInitializationException. */
  #initializeStatics(): void {
    try {
      this.#setStatics();
    } catch (thrown) {
      if (!isScriptError(thrown)) throw thrown;
      throw initializerFailed(this.type.name, thrown.record.exception);
    }
  }

  #setStatics(): void {
    for (const property of this.#code.properties) {
      if (property.isStatic) initialValue(property, { home: this.#home, type: this.type });
    }
    const constructor = this.#code.methods.find(({ isConstructor, isStatic }) => isConstructor && isStatic);
    if (constructor) runBody(this.#home, { ...constructor, parameters: [], args: [] });
  }
}

function initializerFailed(typeName: string, inner: ExceptionValue): ScriptError {
  const text = `The type initializer for '${typeName}' threw an exception.`;
  const exception = new ExceptionValue('System.TypeInitializationException', text, inner);
  return new ScriptError(
    new ErrorRecord({ exception, id: 'System.TypeInitializationException', category: 'NotSpecified' }),
  );
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const keyOf = (table: Readonly<Record<string, unknown>>, name: string): string =>
  Object.keys(table).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;

const signatureOf = (parameters: readonly MethodParameter[]): Pick<Overload, 'parameters' | 'names'> => ({
  parameters: parameters.map(({ type }) => type?.name ?? 'System.Object'),
  names: parameters.map(({ name }) => name),
});

const sameParameters = (a: Overload, b: Overload): boolean =>
  a.parameters.length === b.parameters.length && a.parameters.every((name, index) => name === b.parameters[index]);

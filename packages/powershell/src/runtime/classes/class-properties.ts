import { attributeKinds } from '../binder/attribute-kinds.ts';
import { applyAttributeClass } from '../binder/attribute-classes.ts';
import { attributeServices } from '../binder/function-parameter.ts';
import { emptyDraft } from '../binder/parameter-draft.ts';
import type { ArgumentCheck } from '../binder/validation.ts';
import { convertTo } from '../conversions/convert.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { scriptError } from '../errors/script-error.ts';
import { fullTypeName } from '../../syntax/type-name.ts';
import type { DotNetType, Property } from '../types/define-type.ts';
import { classState } from '../values/class-instance.ts';
import type { ClassHome } from './call-method.ts';
import type { PropertyCode } from './class-code.ts';
import { type Initializer, staticsOf } from './class-statics.ts';

/** The type that a property declares; undefined for any object. */
export function propertyType({ typeName }: PropertyCode, { session }: ClassHome): DotNetType | undefined {
  if (!typeName) return undefined;
  const type = session.types.resolve(typeName);
  if (!type) throw scriptError('TypeNotFound', [fullTypeName(typeName)]);
  return type;
}

/** A property of instances: its value lies in the instance's fields. */
export function classProperty(code: PropertyCode, home: ClassHome): Property {
  const key = code.name.toLowerCase();
  const fields = (self: unknown) => classState(self as object)!.fields;
  const accept = acceptor(code, home);
  return {
    ...declared(code, home),
    get: (self) => fields(self).get(key) ?? null,
    set: (self, value) => void fields(self).set(key, accept(value)),
  };
}

export interface StaticOwner {
  readonly home: ClassHome;
  readonly statics: Initializer;
  readonly type: DotNetType;
}

export function staticProperty(code: PropertyCode, { home, statics, type }: StaticOwner): Property {
  const key = code.name.toLowerCase();
  const accept = acceptor(code, home);
  return {
    ...declared(code, home),
    get: () => {
      statics.run();
      return staticsOf(type).get(key) ?? null;
    },
    set: (_self, value) => {
      statics.run();
      staticsOf(type).set(key, accept(value));
    },
  };
}

function declared(code: PropertyCode, home: ClassHome): Pick<Property, 'type' | 'isHidden'> {
  const type = propertyType(code, home);
  return { type: type?.name ?? 'System.Object', ...(code.isHidden ? { isHidden: true } : {}) };
}

/** Converts and checks what is assigned; what is wrong is said as of a setter. */
function acceptor(code: PropertyCode, home: ClassHome): (value: unknown) => unknown {
  let checks: readonly ArgumentCheck[] | undefined;
  return (given) => {
    const type = propertyType(code, home);
    try {
      const value = type ? convertTo(given, type) : given;
      checks ??= checksOf(code, home);
      const wrong = checks.map((check) => check(value)).find((text) => text !== undefined);
      if (wrong === undefined) return value;
      throw scriptError('ExceptionWhenSetting', [code.name, wrong]);
    } catch (error) {
      if (!isScriptError(error) || error.record.id === 'ExceptionWhenSetting') throw error;
      const { exception } = error.record;
      throw scriptError('ExceptionWhenSetting', [code.name, exception.message], { inner: exception });
    }
  };
}

function checksOf({ attributes }: PropertyCode, { session }: ClassHome): readonly ArgumentCheck[] {
  const draft = emptyDraft();
  const frame = session.frame!;
  for (const attribute of attributes.toReversed()) {
    const kind = attributeKinds[attribute.key];
    if (kind) kind(draft, attribute.evaluate(frame), attributeServices);
    else applyAttributeClass(frame, draft, attribute);
  }
  return draft.checks;
}

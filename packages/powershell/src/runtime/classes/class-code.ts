import type { TypeDefinitionAst } from '../../syntax/ast.ts';
import type { TypeName } from '../../syntax/type-name.ts';
import type { CompiledScriptBlock } from '../compile/compiled.ts';
import type { AttributeCode, ParameterCode } from '../compile/parameter-code.ts';
import type { ScriptSource } from '../errors/script-position.ts';

/** A property of a class in code. */
export interface PropertyCode {
  readonly name: string;
  readonly typeName: TypeName | undefined;
  readonly attributes: readonly AttributeCode[];
  readonly isStatic: boolean;
  readonly isHidden: boolean;
  /** Returns the value that it begins with. */
  readonly initial: CompiledScriptBlock | undefined;
  /** Where it stands. */
  readonly place: { readonly start: number; readonly end: number };
}

/** A method or constructor of a class in code. */
export interface MethodCode {
  readonly name: string;
  readonly returnType: TypeName | undefined;
  readonly parameters: readonly ParameterCode[];
  readonly isStatic: boolean;
  readonly isHidden: boolean;
  readonly isConstructor: boolean;
  /** Calls the base's constructor itself, as its first statement. */
  readonly callsBase: boolean;
  readonly body: CompiledScriptBlock;
}

/** Where a type is defined. */
export interface DefinitionCode {
  readonly ast: TypeDefinitionAst;
  readonly source: ScriptSource;
}

/** A class of a script in code. */
export interface ClassCode extends DefinitionCode {
  readonly kind: 'class';
  readonly name: string;
  readonly baseTypes: readonly TypeName[];
  readonly properties: readonly PropertyCode[];
  readonly methods: readonly MethodCode[];
}

/** An enumeration of a script in code. */
export interface EnumCode extends DefinitionCode {
  readonly kind: 'enum';
  readonly name: string;
  readonly underlying: TypeName | undefined;
  readonly isFlags: boolean;
  readonly members: readonly { readonly name: string; readonly value: CompiledScriptBlock | undefined }[];
}

export type TypeCode = ClassCode | EnumCode;

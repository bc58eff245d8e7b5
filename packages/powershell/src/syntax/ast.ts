import type { TokenKind } from './token-kind.ts';
import type { TypeName } from './type-name.ts';
import type { VariablePath } from './variable-path.ts';

/**
 * The syntax tree, with the node types and the extents of the original. A node is plain data: its `type` is the
 * original's class name without "Ast", `start` and `end` are UTF-16 offsets into the script, `end` exclusive.
 * Source: System.Management.Automation.Language.
 */
interface Node<T extends string> {
  readonly type: T;
  readonly start: number;
  readonly end: number;
}

/** A script, a function's body or `{ … }`: its parameters and its blocks. */
export interface ScriptBlockAst extends Node<'ScriptBlock'> {
  readonly usingStatements: readonly UsingStatementAst[];
  readonly attributes: readonly AttributeAst[];
  readonly paramBlock?: ParamBlockAst | undefined;
  readonly dynamicParamBlock?: NamedBlockAst | undefined;
  readonly beginBlock?: NamedBlockAst | undefined;
  readonly processBlock?: NamedBlockAst | undefined;
  readonly endBlock?: NamedBlockAst | undefined;
  readonly cleanBlock?: NamedBlockAst | undefined;
  /** What `#requires` lines ask for; on the outermost block only. */
  readonly requirements?: ScriptRequirements | undefined;
}

/** What `#requires -Version 7.0 -Modules X -RunAsAdministrator` asks for. */
export interface ScriptRequirements {
  readonly version?: string | undefined;
  readonly editions: readonly string[];
  readonly modules: readonly string[];
  readonly assemblies: readonly string[];
  readonly elevated: boolean;
}

/** `param([string] $Name, …)`, with the attributes that stand before it. */
export interface ParamBlockAst extends Node<'ParamBlock'> {
  readonly attributes: readonly AttributeAst[];
  readonly parameters: readonly ParameterAst[];
}

/** Which of a script block's blocks it is. */
export type NamedBlockKind = 'Dynamicparam' | 'Begin' | 'Process' | 'End' | 'Clean';

/** `process { … }`, or the statements of a script block that names none (then its `end`). */
export interface NamedBlockAst extends Node<'NamedBlock'> {
  readonly blockKind: NamedBlockKind;
  /** True when the script did not write the block's keyword. */
  readonly unnamed: boolean;
  readonly traps: readonly TrapStatementAst[];
  readonly statements: readonly StatementAst[];
}

/** The braces of `if`, `while`, `try` and the like, and what `$( )` and `@( )` hold. */
export interface StatementBlockAst extends Node<'StatementBlock'> {
  readonly traps: readonly TrapStatementAst[];
  readonly statements: readonly StatementAst[];
}

/** One parameter: `[Parameter(Mandatory)] [int] $Count = 1`. */
export interface ParameterAst extends Node<'Parameter'> {
  readonly name: VariableExpressionAst;
  readonly attributes: readonly AttributeBaseAst[];
  readonly defaultValue?: ExpressionAst | undefined;
}

/** `[ValidateRange(1, 10)]`. */
export interface AttributeAst extends Node<'Attribute'> {
  readonly typeName: TypeName;
  readonly positionalArguments: readonly ExpressionAst[];
  readonly namedArguments: readonly NamedAttributeArgumentAst[];
}

/** `Position = 0` in `[Parameter(Position = 0)]`. */
export interface NamedAttributeArgumentAst extends Node<'NamedAttributeArgument'> {
  readonly argumentName: string;
  readonly argument: ExpressionAst;
  /** `[Parameter(Mandatory)]`: the argument is a `$true` that stands nowhere. */
  readonly expressionOmitted: boolean;
}

/** `[int]` before a parameter, a variable, a member or a value to convert. */
export interface TypeConstraintAst extends Node<'TypeConstraint'> {
  readonly typeName: TypeName;
}

/** What may stand in brackets before something. */
export type AttributeBaseAst = AttributeAst | TypeConstraintAst;

/** `function Get-It { … }` or `filter f { … }`. */
export interface FunctionDefinitionAst extends Node<'FunctionDefinition'> {
  readonly name: string;
  readonly isFilter: boolean;
  readonly isWorkflow: boolean;
  /** The `function f($a)` form; absent without parameters. */
  readonly parameters?: readonly ParameterAst[] | undefined;
  readonly body: ScriptBlockAst;
  /** Where the name stands, for error positions. */
  readonly nameStart: number;
  readonly nameEnd: number;
}

/** `if (…) { } elseif (…) { } else { }`; the clauses in their order. */
export interface IfStatementAst extends Node<'IfStatement'> {
  readonly clauses: readonly (readonly [condition: PipelineBaseAst, body: StatementBlockAst])[];
  readonly elseClause?: StatementBlockAst | undefined;
}

/** `switch -Regex (…) { value { } default { } }`. */
export interface SwitchStatementAst extends Node<'SwitchStatement'> {
  readonly label?: string | undefined;
  /** As the original prints its flags: `None`, `Regex, CaseSensitive`, … */
  readonly flags: readonly SwitchFlag[];
  readonly condition: PipelineBaseAst;
  readonly clauses: readonly (readonly [value: ExpressionAst, body: StatementBlockAst])[];
  readonly defaultClause?: StatementBlockAst | undefined;
}

/** A mode of `switch`. */
export type SwitchFlag = 'File' | 'Regex' | 'Wildcard' | 'Exact' | 'CaseSensitive' | 'Parallel';

/** `foreach ($item in …) { }`. */
export interface ForEachStatementAst extends Node<'ForEachStatement'> {
  readonly label?: string | undefined;
  readonly parallel: boolean;
  readonly throttleLimit?: ExpressionAst | undefined;
  readonly variable: VariableExpressionAst;
  readonly condition: PipelineBaseAst;
  readonly body: StatementBlockAst;
}

/** `for ($i = 0; $i -lt 3; $i++) { }`; each of the three parts may be absent. */
export interface ForStatementAst extends Node<'ForStatement'> {
  readonly label?: string | undefined;
  readonly initializer?: PipelineBaseAst | undefined;
  readonly condition?: PipelineBaseAst | undefined;
  readonly iterator?: PipelineBaseAst | undefined;
  readonly body: StatementBlockAst;
}

/** `do { } while (…)`. */
export interface DoWhileStatementAst extends Node<'DoWhileStatement'> {
  readonly label?: string | undefined;
  readonly body: StatementBlockAst;
  readonly condition: PipelineBaseAst;
}

/** `do { } until (…)`. */
export interface DoUntilStatementAst extends Node<'DoUntilStatement'> {
  readonly label?: string | undefined;
  readonly body: StatementBlockAst;
  readonly condition: PipelineBaseAst;
}

/** `while (…) { }`. */
export interface WhileStatementAst extends Node<'WhileStatement'> {
  readonly label?: string | undefined;
  readonly condition: PipelineBaseAst;
  readonly body: StatementBlockAst;
}

/** `catch [Type], [Type] { }`; without types it catches all. */
export interface CatchClauseAst extends Node<'CatchClause'> {
  readonly catchTypes: readonly TypeConstraintAst[];
  readonly body: StatementBlockAst;
}

/** `try { } catch { } finally { }`. */
export interface TryStatementAst extends Node<'TryStatement'> {
  readonly body: StatementBlockAst;
  readonly catchClauses: readonly CatchClauseAst[];
  readonly finally?: StatementBlockAst | undefined;
}

/** `trap [Type] { }`. */
export interface TrapStatementAst extends Node<'TrapStatement'> {
  readonly trapType?: TypeConstraintAst | undefined;
  readonly body: StatementBlockAst;
}

/** `break`, `break label`; the label may be any expression. */
export interface BreakStatementAst extends Node<'BreakStatement'> {
  readonly label?: ExpressionAst | undefined;
}

/** `continue`, `continue label`; the label may be any expression. */
export interface ContinueStatementAst extends Node<'ContinueStatement'> {
  readonly label?: ExpressionAst | undefined;
}

/** `return`, `return 1`. */
export interface ReturnStatementAst extends Node<'ReturnStatement'> {
  readonly pipeline?: PipelineBaseAst | undefined;
}

/** `exit`, `exit 3`. */
export interface ExitStatementAst extends Node<'ExitStatement'> {
  readonly pipeline?: PipelineBaseAst | undefined;
}

/** `throw`, `throw 'text'`. */
export interface ThrowStatementAst extends Node<'ThrowStatement'> {
  /** A bare `throw` in a catch block: throws again what was caught. */
  readonly isRethrow: boolean;
  readonly pipeline?: PipelineBaseAst | undefined;
}

/** `Get-It | Sort-Object &`: commands and expressions, one behind the other. */
export interface PipelineAst extends Node<'Pipeline'> {
  readonly elements: readonly CommandBaseAst[];
  readonly background: boolean;
}

/** `a && b`, `a || b`; a longer chain leans to the left. */
export interface PipelineChainAst extends Node<'PipelineChain'> {
  readonly operator: 'AndAnd' | 'OrOr';
  readonly left: PipelineAst | PipelineChainAst;
  readonly right: PipelineAst;
  readonly background: boolean;
}

/** `Get-It -Name x`, `& $block`, `. ./file.ps1`; the command's name is the first element. */
export interface CommandAst extends Node<'Command'> {
  readonly invocationOperator?: 'Ampersand' | 'Dot' | undefined;
  readonly elements: readonly CommandElementAst[];
  readonly redirections: readonly RedirectionAst[];
}

/** `-Name` or `-Name:x` of a command. */
export interface CommandParameterAst extends Node<'CommandParameter'> {
  readonly parameterName: string;
  readonly argument?: ExpressionAst | undefined;
  /** Where the name ends, colon included; the argument lies behind it. */
  readonly errorEnd: number;
}

/** An expression in the place of a command: `1 + 1 > file`. */
export interface CommandExpressionAst extends Node<'CommandExpression'> {
  readonly expression: ExpressionAst;
  readonly redirections: readonly RedirectionAst[];
}

/** The streams 1 to 6 by their names; `All` is `*`. */
export type RedirectionStream = 'All' | 'Output' | 'Error' | 'Warning' | 'Verbose' | 'Debug' | 'Information';

/** `2> file`, `>> file`. */
export interface FileRedirectionAst extends Node<'FileRedirection'> {
  readonly fromStream: RedirectionStream;
  readonly append: boolean;
  readonly location: ExpressionAst;
}

/** `2>&1`. */
export interface MergingRedirectionAst extends Node<'MergingRedirection'> {
  readonly fromStream: RedirectionStream;
  readonly toStream: RedirectionStream;
}

/** Where a stream of a command goes. */
export type RedirectionAst = FileRedirectionAst | MergingRedirectionAst;

/** `$a = 1`, `$a, $b += Get-It`; the right side is a statement. */
export interface AssignmentStatementAst extends Node<'AssignmentStatement'> {
  readonly left: ExpressionAst;
  readonly operator: TokenKind;
  readonly right: StatementAst;
}

/** `using module X`, `using namespace System.IO`. */
export interface UsingStatementAst extends Node<'UsingStatement'> {
  readonly usingKind: 'Assembly' | 'Command' | 'Module' | 'Namespace' | 'Type';
  readonly name?: StringConstantExpressionAst | undefined;
  readonly alias?: StringConstantExpressionAst | undefined;
  readonly moduleSpecification?: HashtableAst | undefined;
}

/** `data name -SupportedCommand X { }`. */
export interface DataStatementAst extends Node<'DataStatement'> {
  readonly variable?: string | undefined;
  readonly commandsAllowed: readonly ExpressionAst[];
  readonly body: StatementBlockAst;
}

/** `parallel { }`, `sequence { }`: of workflows, told as errors. */
export interface BlockStatementAst extends Node<'BlockStatement'> {
  readonly keyword: string;
  readonly body: StatementBlockAst;
}

/** `class Name : Base { }`, `enum Name { }`. */
export interface TypeDefinitionAst extends Node<'TypeDefinition'> {
  readonly definitionKind: 'class' | 'enum' | 'interface';
  readonly name: string;
  readonly attributes: readonly AttributeAst[];
  readonly baseTypes: readonly TypeConstraintAst[];
  readonly members: readonly MemberAst[];
}

/** `[int] $Count = 1` of a class, `Name = 1` of an enum. */
export interface PropertyMemberAst extends Node<'PropertyMember'> {
  readonly name: string;
  readonly modifiers: readonly PropertyModifier[];
  readonly attributes: readonly AttributeAst[];
  readonly propertyType?: TypeConstraintAst | undefined;
  readonly initialValue?: ExpressionAst | undefined;
}

/** `Public` unless the script says otherwise; `Literal` is a member of an enum. */
export type PropertyModifier = 'Public' | 'Private' | 'Static' | 'Literal' | 'Hidden';

/** A method or a constructor of a class. */
export interface FunctionMemberAst extends Node<'FunctionMember'> {
  readonly name: string;
  readonly modifiers: readonly ('Public' | 'Private' | 'Static' | 'Hidden')[];
  readonly isConstructor: boolean;
  readonly attributes: readonly AttributeAst[];
  readonly returnType?: TypeConstraintAst | undefined;
  readonly parameters: readonly ParameterAst[];
  readonly body: ScriptBlockAst;
  readonly nameStart: number;
}

/** What a class or an enum holds. */
export type MemberAst = PropertyMemberAst | FunctionMemberAst;

/** A statement that could not be read to its end; what was read of it is kept for completion. */
export interface ErrorStatementAst extends Node<'ErrorStatement'> {
  readonly keyword?: string | undefined;
  readonly flags?: readonly string[] | undefined;
  readonly bodies: readonly AnyAst[];
  readonly conditions: readonly AnyAst[];
  readonly nested: readonly AnyAst[];
}

/** An expression that could not be read; what was read of it is kept for completion. */
export interface ErrorExpressionAst extends Node<'ErrorExpression'> {
  readonly nested: readonly AnyAst[];
}

/** `$a ? $b : $c`. */
export interface TernaryExpressionAst extends Node<'TernaryExpression'> {
  readonly condition: ExpressionAst;
  readonly ifTrue: ExpressionAst;
  readonly ifFalse: ExpressionAst;
}

/** `$a -eq $b`, `1 + 2`, `$a ?? $b`. */
export interface BinaryExpressionAst extends Node<'BinaryExpression'> {
  readonly operator: TokenKind;
  readonly left: ExpressionAst;
  readonly right: ExpressionAst;
  readonly operatorStart: number;
  readonly operatorEnd: number;
}

/** `-not $a`, `-$a`, `$a++`, `-split $text`. */
export interface UnaryExpressionAst extends Node<'UnaryExpression'> {
  readonly operator: TokenKind;
  readonly child: ExpressionAst;
}

/** `[int] '12'`. */
export interface ConvertExpressionAst extends Node<'ConvertExpression'> {
  readonly attribute: TypeConstraintAst;
  readonly child: ExpressionAst;
}

/** `[ValidateNotNull()] $a`, where it is assigned to. */
export interface AttributedExpressionAst extends Node<'AttributedExpression'> {
  readonly attribute: AttributeBaseAst;
  readonly child: ExpressionAst;
}

/** `$a.Name`, `[Type]::Name`, `$a?.Name`. */
export interface MemberExpressionAst extends Node<'MemberExpression'> {
  readonly expression: ExpressionAst;
  readonly member: ExpressionAst;
  readonly isStatic: boolean;
  readonly nullConditional: boolean;
}

/** `$a.Method(1)`, `[Type]::Method[int](1)`. */
export interface InvokeMemberExpressionAst extends Node<'InvokeMemberExpression'> {
  readonly expression: ExpressionAst;
  readonly member: ExpressionAst;
  readonly isStatic: boolean;
  readonly nullConditional: boolean;
  /** Absent for `x.y()`, as in the original. */
  readonly arguments?: readonly ExpressionAst[] | undefined;
  readonly genericArguments: readonly TypeName[];
}

/** `: base(1)` of a constructor. */
export interface BaseCtorInvokeMemberExpressionAst extends Node<'BaseCtorInvokeMemberExpression'> {
  readonly arguments?: readonly ExpressionAst[] | undefined;
}

/** `$a[0]`, `$a?[0]`; several indices are an array literal. */
export interface IndexExpressionAst extends Node<'IndexExpression'> {
  readonly target: ExpressionAst;
  readonly index: ExpressionAst;
  readonly nullConditional: boolean;
}

/** `[int]` as a value. */
export interface TypeExpressionAst extends Node<'TypeExpression'> {
  readonly typeName: TypeName;
}

/** `$name`, `$env:PATH`, and splatted `@name`. */
export interface VariableExpressionAst extends Node<'VariableExpression'> {
  readonly path: VariablePath;
  readonly splatted: boolean;
}

/** How a string is written. */
export type StringConstantKind =
  | 'BareWord'
  | 'SingleQuoted'
  | 'SingleQuotedHereString'
  | 'DoubleQuoted'
  | 'DoubleQuotedHereString';

/** `'text'`, or a word of a command. */
export interface StringConstantExpressionAst extends Node<'StringConstantExpression'> {
  readonly stringKind: StringConstantKind;
  readonly value: string;
}

/** `"text $name $( … )"`. */
export interface ExpandableStringExpressionAst extends Node<'ExpandableStringExpression'> {
  readonly stringKind: StringConstantKind;
  readonly value: string;
  /** `value` with `{0}`, `{1}`, … in the places of the nested expressions, other braces doubled. */
  readonly formatString: string;
  readonly nestedExpressions: readonly ExpressionAst[];
}

/** A literal number, with the .NET type that its text gives it; Int64, Decimal and BigInteger values are kept exact. */
export interface ConstantExpressionAst extends Node<'ConstantExpression'> {
  /** Absent, like the value, for a number that its suffix cannot hold, which has been reported. */
  readonly valueType?: string | undefined;
  readonly value?: number | bigint | boolean | string | undefined;
}

/** `1, 2, 3`. */
export interface ArrayLiteralAst extends Node<'ArrayLiteral'> {
  readonly elements: readonly ExpressionAst[];
}

/** `@( … )`. */
export interface ArrayExpressionAst extends Node<'ArrayExpression'> {
  readonly body: StatementBlockAst;
}

/** `$( … )`. */
export interface SubExpressionAst extends Node<'SubExpression'> {
  readonly body: StatementBlockAst;
}

/** `( … )`. */
export interface ParenExpressionAst extends Node<'ParenExpression'> {
  readonly pipeline: PipelineBaseAst;
}

/** `$using:name`. */
export interface UsingExpressionAst extends Node<'UsingExpression'> {
  readonly expression: ExpressionAst;
}

/** `@{ key = value }`; a value is a statement. */
export interface HashtableAst extends Node<'Hashtable'> {
  readonly pairs: readonly (readonly [key: ExpressionAst, value: StatementAst])[];
}

/** `{ … }` as a value. */
export interface ScriptBlockExpressionAst extends Node<'ScriptBlockExpression'> {
  readonly scriptBlock: ScriptBlockAst;
}

/** An element of a pipeline. */
export type CommandBaseAst = CommandAst | CommandExpressionAst;
/** A word of a command: its name, an argument or a parameter. */
export type CommandElementAst = CommandParameterAst | ExpressionAst;
/** What may stand where a pipeline may: in a condition, behind `return`, in parentheses. */
export type PipelineBaseAst = PipelineAst | PipelineChainAst | AssignmentStatementAst | ErrorStatementAst;

/** Every node that is an expression. */
export type ExpressionAst =
  | ArrayExpressionAst
  | ArrayLiteralAst
  | AttributedExpressionAst
  | BaseCtorInvokeMemberExpressionAst
  | BinaryExpressionAst
  | ConstantExpressionAst
  | ConvertExpressionAst
  | ErrorExpressionAst
  | ExpandableStringExpressionAst
  | HashtableAst
  | IndexExpressionAst
  | InvokeMemberExpressionAst
  | MemberExpressionAst
  | ParenExpressionAst
  | ScriptBlockExpressionAst
  | StringConstantExpressionAst
  | SubExpressionAst
  | TernaryExpressionAst
  | TypeExpressionAst
  | UnaryExpressionAst
  | UsingExpressionAst
  | VariableExpressionAst;

/** Every node that is a statement. */
export type StatementAst =
  | PipelineBaseAst
  | CommandBaseAst
  | BlockStatementAst
  | BreakStatementAst
  | ContinueStatementAst
  | DataStatementAst
  | DoUntilStatementAst
  | DoWhileStatementAst
  | ExitStatementAst
  | ForEachStatementAst
  | ForStatementAst
  | FunctionDefinitionAst
  | IfStatementAst
  | ReturnStatementAst
  | SwitchStatementAst
  | ThrowStatementAst
  | TrapStatementAst
  | TryStatementAst
  | TypeDefinitionAst
  | UsingStatementAst
  | WhileStatementAst;

/** Every node of the tree. */
export type AnyAst =
  | StatementAst
  | ExpressionAst
  | AttributeBaseAst
  | CatchClauseAst
  | CommandParameterAst
  | MemberAst
  | NamedAttributeArgumentAst
  | NamedBlockAst
  | ParamBlockAst
  | ParameterAst
  | RedirectionAst
  | ScriptBlockAst
  | StatementBlockAst;

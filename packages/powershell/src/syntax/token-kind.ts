/** Precedence of the binary operators; a higher one binds tighter. Source: TokenFlags of the original. */
const logical = 1;
const bitwise = 2;
const comparison = 5;
const coalesce = 7;
const add = 9;
const multiply = 10;
const format = 12;
const range = 13;

export interface TokenTraits {
  /** Precedence as a binary operator. */
  readonly binary?: number;
  readonly unary?: true;
  readonly assignment?: true;
  readonly keyword?: true;
  /** Names a block of a script block: `begin`, `process`, … */
  readonly blockName?: true;
  readonly prefixOrPostfix?: true;
  readonly caseSensitive?: true;
  /** Reads the same in every mode of the lexer, so that a change of mode need not read it again. */
  readonly invariant?: true;
  /** Not allowed in a data section. */
  readonly restricted?: true;
  /** A statement that may not have attributes before it. */
  readonly noAttributes?: true;
  /** The text that an error message shows for it. */
  readonly text?: string;
}

const keyword = { keyword: true } as const;
const statement = { keyword: true, noAttributes: true } as const;
const blockName = { keyword: true, blockName: true } as const;
const compared = { binary: comparison } as const;
const comparedRestricted = { binary: comparison, restricted: true } as const;
const comparedCase = { binary: comparison, caseSensitive: true } as const;
const comparedCaseRestricted = { binary: comparison, caseSensitive: true, restricted: true } as const;

/** Every kind of token with what the parser asks of it, in the original's order. */
const traits = {
  Unknown: {},
  Variable: {},
  SplattedVariable: {},
  Parameter: {},
  Number: {},
  Label: {},
  Identifier: {},
  Generic: {},
  NewLine: { invariant: true },
  LineContinuation: { invariant: true },
  Comment: { invariant: true },
  EndOfInput: { invariant: true },
  StringLiteral: { invariant: true },
  StringExpandable: { invariant: true },
  HereStringLiteral: { invariant: true },
  HereStringExpandable: { invariant: true },
  LParen: { invariant: true, text: '(' },
  RParen: { invariant: true, text: ')' },
  LCurly: { invariant: true, text: '{' },
  RCurly: { invariant: true, text: '}' },
  LBracket: { text: '[' },
  RBracket: { invariant: true, text: ']' },
  AtParen: { invariant: true, text: '@(' },
  AtCurly: { invariant: true, text: '@{' },
  DollarParen: { invariant: true, text: '$(' },
  Semi: { invariant: true, text: ';' },
  AndAnd: { invariant: true, text: '&&' },
  OrOr: { invariant: true, text: '||' },
  Ampersand: { invariant: true, text: '&' },
  Pipe: { invariant: true, text: '|' },
  Comma: { unary: true, invariant: true, text: ',' },
  MinusMinus: { unary: true, prefixOrPostfix: true, restricted: true, text: '--' },
  PlusPlus: { unary: true, prefixOrPostfix: true, restricted: true, text: '++' },
  DotDot: { binary: range, restricted: true, text: '..' },
  ColonColon: { restricted: true, text: '::' },
  Dot: { restricted: true, text: '.' },
  Exclaim: { unary: true, text: '!' },
  Multiply: { binary: multiply, text: '*' },
  Divide: { binary: multiply, text: '/' },
  Rem: { binary: multiply, text: '%' },
  Plus: { binary: add, unary: true, text: '+' },
  Minus: { binary: add, unary: true, text: '-' },
  Equals: { assignment: true, text: '=' },
  PlusEquals: { assignment: true, text: '+=' },
  MinusEquals: { assignment: true, text: '-=' },
  MultiplyEquals: { assignment: true, text: '*=' },
  DivideEquals: { assignment: true, text: '/=' },
  RemainderEquals: { assignment: true, text: '%=' },
  Redirection: { restricted: true },
  RedirectInStd: { invariant: true, restricted: true, text: '<' },
  Format: { binary: format, restricted: true, text: '-f' },
  Not: { unary: true, text: '-not' },
  Bnot: { unary: true, text: '-bnot' },
  And: { binary: logical, text: '-and' },
  Or: { binary: logical, text: '-or' },
  Xor: { binary: logical, text: '-xor' },
  Band: { binary: bitwise, text: '-band' },
  Bor: { binary: bitwise, text: '-bor' },
  Bxor: { binary: bitwise, text: '-bxor' },
  Join: { binary: comparison, unary: true, restricted: true, text: '-join' },
  Ieq: { ...compared, text: '-eq' },
  Ine: { ...compared, text: '-ne' },
  Ige: { ...compared, text: '-ge' },
  Igt: { ...compared, text: '-gt' },
  Ilt: { ...compared, text: '-lt' },
  Ile: { ...compared, text: '-le' },
  Ilike: { ...compared, text: '-ilike' },
  Inotlike: { ...compared, text: '-inotlike' },
  Imatch: { ...comparedRestricted, text: '-imatch' },
  Inotmatch: { ...comparedRestricted, text: '-inotmatch' },
  Ireplace: { ...comparedRestricted, text: '-ireplace' },
  Icontains: { ...compared, text: '-icontains' },
  Inotcontains: { ...compared, text: '-inotcontains' },
  Iin: { ...compared, text: '-iin' },
  Inotin: { ...compared, text: '-inotin' },
  Isplit: { ...comparedRestricted, unary: true, text: '-isplit' },
  Ceq: { ...comparedCase, text: '-ceq' },
  Cne: { ...comparedCase, text: '-cne' },
  Cge: { ...comparedCase, text: '-cge' },
  Cgt: { ...comparedCase, text: '-cgt' },
  Clt: { ...comparedCase, text: '-clt' },
  Cle: { ...comparedCase, text: '-cle' },
  Clike: { ...comparedCase, text: '-clike' },
  Cnotlike: { ...comparedCase, text: '-cnotlike' },
  Cmatch: { ...comparedCaseRestricted, text: '-cmatch' },
  Cnotmatch: { ...comparedCaseRestricted, text: '-cnotmatch' },
  Creplace: { ...comparedCaseRestricted, text: '-creplace' },
  Ccontains: { ...comparedCase, text: '-ccontains' },
  Cnotcontains: { ...comparedCase, text: '-cnotcontains' },
  Cin: { ...comparedCase, text: '-cin' },
  Cnotin: { ...comparedCase, text: '-cnotin' },
  Csplit: { ...comparedCaseRestricted, unary: true, text: '-csplit' },
  Is: { ...compared, text: '-is' },
  IsNot: { ...compared, text: '-isnot' },
  As: { ...comparedRestricted, text: '-as' },
  PostfixPlusPlus: { unary: true, prefixOrPostfix: true, restricted: true, text: '++' },
  PostfixMinusMinus: { unary: true, prefixOrPostfix: true, restricted: true, text: '--' },
  Shl: { ...compared, text: '-shl' },
  Shr: { ...compared, text: '-shr' },
  Colon: { restricted: true, text: ':' },
  QuestionMark: { restricted: true, text: '?' },
  QuestionQuestionEquals: { assignment: true, text: '??=' },
  QuestionQuestion: { binary: coalesce, text: '??' },
  QuestionDot: { restricted: true, text: '?.' },
  QuestionLBracket: { text: '?[' },
  Begin: { ...blockName, text: 'begin' },
  Break: { ...statement, text: 'break' },
  Catch: { ...keyword, text: 'catch' },
  Class: { ...keyword, text: 'class' },
  Continue: { ...statement, text: 'continue' },
  Data: { ...statement, text: 'data' },
  Define: { ...statement, text: 'define' },
  Do: { ...statement, text: 'do' },
  Dynamicparam: { ...blockName, text: 'dynamicparam' },
  Else: { ...keyword, text: 'else' },
  ElseIf: { ...keyword, text: 'elseif' },
  End: { ...blockName, text: 'end' },
  Exit: { ...statement, text: 'exit' },
  Filter: { ...statement, text: 'filter' },
  Finally: { ...keyword, text: 'finally' },
  For: { ...statement, text: 'for' },
  Foreach: { ...statement, text: 'foreach' },
  From: { ...statement, text: 'from' },
  Function: { ...statement, text: 'function' },
  If: { ...statement, text: 'if' },
  In: { ...keyword, text: 'in' },
  Param: { ...keyword, text: 'param' },
  Process: { ...blockName, text: 'process' },
  Return: { ...statement, text: 'return' },
  Switch: { ...statement, text: 'switch' },
  Throw: { ...statement, text: 'throw' },
  Trap: { ...statement, text: 'trap' },
  Try: { ...statement, text: 'try' },
  Until: { ...keyword, text: 'until' },
  Using: { ...statement, text: 'using' },
  Var: { ...statement, text: 'var' },
  While: { ...statement, text: 'while' },
  Workflow: { ...statement, text: 'workflow' },
  Parallel: { ...statement, text: 'parallel' },
  Sequence: { ...statement, text: 'sequence' },
  InlineScript: { ...statement, text: 'InlineScript' },
  Configuration: { ...keyword, text: 'configuration' },
  DynamicKeyword: { ...keyword },
  Public: { ...keyword, text: 'public' },
  Private: { ...keyword, text: 'private' },
  Static: { ...keyword, text: 'static' },
  Interface: { ...keyword, text: 'interface' },
  Enum: { ...keyword, text: 'enum' },
  Namespace: { ...keyword, text: 'namespace' },
  Module: { ...keyword, text: 'module' },
  Type: { ...keyword, text: 'type' },
  Assembly: { ...keyword, text: 'assembly' },
  Command: { ...keyword, text: 'command' },
  Hidden: { ...keyword, text: 'hidden' },
  Base: { ...keyword, text: 'base' },
  Default: { ...keyword, text: 'default' },
  Clean: { ...blockName, text: 'clean' },
} as const satisfies Record<string, TokenTraits>;

/** Kind of a token, by its name in System.Management.Automation.Language. */
export type TokenKind = keyof typeof traits;

/** What the parser may ask of a kind of token. */
export const tokenTraits: Readonly<Record<TokenKind, TokenTraits>> = traits;

/** The text of a kind of token that is always written alike, for error messages. */
export const tokenText = (kind: TokenKind): string => tokenTraits[kind].text ?? kind;

/** `if` → `If`; the words that begin or join statements, in lower case. InlineScript is one only in a workflow. */
export const keywordKinds: ReadonlyMap<string, TokenKind> = new Map(
  (Object.entries(traits) as [TokenKind, TokenTraits][])
    .filter(([kind, entry]) => entry.keyword && entry.text !== undefined && kind !== 'InlineScript')
    .map(([kind, entry]) => [entry.text!, kind]),
);

const insensitive = 'eq ne ge gt lt le like notlike match notmatch replace contains notcontains in notin split'.split(
  ' ',
);
const plain = {
  bnot: 'Bnot',
  not: 'Not',
  isnot: 'IsNot',
  is: 'Is',
  as: 'As',
  f: 'Format',
  and: 'And',
  band: 'Band',
} as const;
const plainMore = { or: 'Or', bor: 'Bor', xor: 'Xor', bxor: 'Bxor', join: 'Join', shl: 'Shl', shr: 'Shr' } as const;

/** `eq`, `ieq`, `ceq`, `not`, …: the operators that are words behind a dash, in lower case without it. */
export const dashOperatorKinds: ReadonlyMap<string, TokenKind> = new Map([
  ...(Object.entries({ ...plain, ...plainMore }) as [string, TokenKind][]),
  ...insensitive.flatMap((word): [string, TokenKind][] => [
    [word, `I${word}` as TokenKind],
    [`i${word}`, `I${word}` as TokenKind],
    [`c${word}`, `C${word}` as TokenKind],
  ]),
]);

import { positionMessage } from '../../format/position-message.ts';
import { errorPosition } from '../errors/error-position.ts';
import type { AnyAst } from '../../syntax/ast.ts';
import type { ParseError } from '../../syntax/parse-error.ts';
import type { ScriptSource } from '../errors/script-position.ts';

/** A stretch of a script. Source: System.Management.Automation.Language.IScriptExtent. */
export class ExtentValue {
  readonly typeName = 'System.Management.Automation.Language.InternalScriptExtent';
  readonly source: ScriptSource;
  readonly start: number;
  readonly end: number;

  constructor(source: ScriptSource, start: number, end: number) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  text(): string {
    return this.source.text.slice(this.start, this.end);
  }
}

const known = new WeakMap<AnyAst, AstValue>();

/** A node of a script's tree as a value. Source: System.Management.Automation.Language.Ast. */
export class AstValue {
  readonly node: AnyAst;
  readonly source: ScriptSource;
  readonly parent: AstValue | null;

  private constructor(node: AnyAst, source: ScriptSource, parent: AstValue | null) {
    this.node = node;
    this.source = source;
    this.parent = parent;
  }

  /** The value of a node, always the same one. */
  static of(node: AnyAst, source: ScriptSource, parent: AstValue | null = null): AstValue {
    const found = known.get(node);
    if (found) return found;
    const made = new AstValue(node, source, parent);
    known.set(node, made);
    return made;
  }

  get typeName(): string {
    return `System.Management.Automation.Language.${this.node.type}Ast`;
  }

  get extent(): ExtentValue {
    return new ExtentValue(this.source, this.node.start, this.node.end);
  }

  text(): string {
    return this.extent.text();
  }
}

/** What is wrong with a script's text. Source: System.Management.Automation.Language.ParseError. */
export class ParseErrorValue {
  readonly typeName = 'System.Management.Automation.Language.ParseError';
  readonly error: ParseError;
  readonly extent: ExtentValue;

  constructor(error: ParseError, source: ScriptSource) {
    this.error = error;
    this.extent = new ExtentValue(source, error.start, error.end);
  }

  /** Where it is, then what it is. */
  text(): string {
    const { source, start, end } = this.extent;
    return `${positionMessage(errorPosition({ source, start, end }))}\n${this.error.message}`;
  }
}

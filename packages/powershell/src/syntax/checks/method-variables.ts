import type {
  AnyAst,
  CatchClauseAst,
  FunctionMemberAst,
  IfStatementAst,
  ScriptBlockAst,
  SwitchStatementAst,
  TryStatementAst,
} from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import type { VariablePath } from '../variable-path.ts';
import { pureExpression } from './assignment-checks.ts';
import type { Report } from './report.ts';

/** Variables that a method sees without assigning them. */
const visibleInMethods = new Set(
  (
    'this _ args input true false null error host home pid psversiontable psscriptroot pscommandpath myinvocation ' +
    'pscmdlet psboundparameters executioncontext matches foreach switch pwd shellid psculture psuiculture lastexitcode ' +
    'stacktrace iswindows islinux ismacos iscoreclr erroractionpreference warningpreference verbosepreference ' +
    'debugpreference informationpreference progresspreference confirmpreference whatifpreference psitem ofs profile $ ^ ?'
  ).split(' '),
);

/** The variables that hold a value on every way to a place; undefined where no way leads. */
type Assigned = ReadonlySet<string> | undefined;

const isLocal = (path: VariablePath): boolean =>
  path.drive === undefined && path.scope !== 'global' && path.scope !== 'script';

const keyOf = ({ unqualifiedPath }: VariablePath): string => unqualifiedPath.toLowerCase();

/** What reaches a place on either of two ways. */
function meet(left: Assigned, right: Assigned): Assigned {
  if (left === undefined || right === undefined) return left ?? right;
  return new Set([...left].filter((name) => right.has(name)));
}

/**
 * Reports the variables of a method that are read where not every way to them has assigned them: methods do not see those of
 * their callers. Source: VariableAnalysis, which takes it that nothing of a `try` is done when a `catch` or `finally` begins.
 */
export function checkMethodVariables({ parameters, body }: FunctionMemberAst, report: Report): void {
  const flow = new MethodFlow(report);
  flow.through(body, new Set(parameters.map(({ name }) => keyOf(name.path))));
}

class MethodFlow {
  readonly #report: Report;
  /** What holds at the `break`s of each loop and switch around. */
  readonly #breaks: Assigned[] = [];

  constructor(report: Report) {
    this.#report = report;
  }

  /** What is assigned behind a node, given what is before it. */
  through(node: AnyAst, before: Assigned): Assigned {
    switch (node.type) {
      case 'ScriptBlockExpression':
      case 'FunctionDefinition':
        return before;
      case 'VariableExpression':
        this.#read(node, before);
        return before;
      case 'AssignmentStatement': {
        const read =
          node.operator === 'Equals' ? this.#throughTarget(node.left, before) : this.through(node.left, before);
        return withTargets(node.left, this.through(node.right, read));
      }
      case 'IfStatement':
        return this.#throughIf(node, before);
      case 'SwitchStatement':
        return this.#throughSwitch(node, before);
      case 'TryStatement':
        return this.#throughTry(node, before);
      case 'ReturnStatement':
      case 'ThrowStatement':
      case 'ExitStatement':
      case 'ContinueStatement':
        this.#all(childNodes(node), before);
        return undefined;
      case 'BreakStatement':
        this.#break(before);
        return undefined;
      default:
        return this.#throughLoopOrOther(node, before);
    }
  }

  #throughLoopOrOther(node: AnyAst, before: Assigned): Assigned {
    switch (node.type) {
      case 'WhileStatement': {
        const tested = this.through(node.condition, before);
        const isEndless = isTrueLiteral(pureExpression(node.condition));
        return this.#loop(isEndless ? undefined : tested, () => void this.through(node.body, tested));
      }
      case 'DoWhileStatement':
      case 'DoUntilStatement': {
        let after: Assigned;
        const left = this.#loop(
          undefined,
          () => (after = this.through(node.condition, this.through(node.body, before))),
        );
        return meet(after, left);
      }
      case 'ForStatement': {
        const started = node.initializer ? this.through(node.initializer, before) : before;
        const tested = node.condition ? this.through(node.condition, started) : started;
        return this.#loop(tested, () => {
          const rounded = this.through(node.body, tested);
          if (node.iterator) this.through(node.iterator, rounded ?? tested);
        });
      }
      case 'ForEachStatement': {
        // The original takes the variable for assigned, elements or none.
        const listed = adding(this.through(node.condition, before), keyOf(node.variable.path));
        return this.#loop(listed, () => void this.through(node.body, listed));
      }
      case 'ScriptBlock':
        return this.#throughBlocks(node, before);
      default:
        return this.#all(childNodes(node), before);
    }
  }

  #all(nodes: readonly AnyAst[], before: Assigned): Assigned {
    return nodes.reduce((assigned, node) => this.through(node, assigned), before);
  }

  #throughBlocks({ endBlock }: ScriptBlockAst, before: Assigned): Assigned {
    return endBlock ? this.#all(endBlock.statements, before) : before;
  }

  /** A loop's body; behind it is what holds when the condition fails or a `break` leaves it. */
  #loop(left: Assigned, run: () => void): Assigned {
    this.#breaks.push(undefined);
    run();
    return meet(left, this.#breaks.pop());
  }

  #break(assigned: Assigned): void {
    const last = this.#breaks.length - 1;
    if (last >= 0) this.#breaks[last] = meet(this.#breaks[last], assigned);
  }

  #throughIf({ clauses, elseClause }: IfStatementAst, before: Assigned): Assigned {
    let tested = before;
    let after: Assigned;
    for (const [condition, body] of clauses) {
      tested = this.through(condition, tested);
      after = meet(after, this.through(body, tested));
    }
    return meet(after, elseClause ? this.through(elseClause, tested) : tested);
  }

  #throughSwitch({ condition, clauses, defaultClause }: SwitchStatementAst, before: Assigned): Assigned {
    const begun = this.through(condition, before);
    return this.#loop(begun, () => {
      for (const [test, body] of clauses) this.through(body, this.through(test, begun));
      if (defaultClause) this.through(defaultClause, begun);
    });
  }

  #throughTry({ body, catchClauses, finally: last }: TryStatementAst, before: Assigned): Assigned {
    let after = this.through(body, before);
    for (const clause of catchClauses) after = meet(after, this.through(clause.body, before));
    if (!last) return after;
    return this.through(last, catchClauses.some(catchesAll) ? after : meet(after, before));
  }

  /** The parts of a target that are read: what stands before a dot or a bracket. */
  #throughTarget(target: AnyAst, before: Assigned): Assigned {
    if (target.type === 'VariableExpression') return before;
    if (target.type === 'MemberExpression' || target.type === 'IndexExpression') return this.through(target, before);
    for (const child of childNodes(target)) this.#throughTarget(child, before);
    return before;
  }

  #read(node: Extract<AnyAst, { type: 'VariableExpression' }>, before: Assigned): void {
    if (before === undefined || !isLocal(node.path)) return;
    const name = keyOf(node.path);
    if (!before.has(name) && !visibleInMethods.has(name)) this.#report('VariableNotLocal', node);
  }
}

const catchesAll = ({ catchTypes }: CatchClauseAst): boolean => catchTypes.length === 0;

const isTrueLiteral = (expression: AnyAst | undefined): boolean =>
  expression?.type === 'VariableExpression' && keyOf(expression.path) === 'true';

const adding = (assigned: Assigned, name: string): Assigned => assigned && new Set([...assigned, name]);

function withTargets(target: AnyAst, assigned: Assigned): Assigned {
  if (target.type === 'VariableExpression') return adding(assigned, keyOf(target.path));
  const isPart = ['MemberExpression', 'IndexExpression', 'InvokeMemberExpression'].includes(target.type);
  return isPart ? assigned : childNodes(target).reduce((all, child) => withTargets(child, all), assigned);
}

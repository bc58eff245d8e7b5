import type { ScriptBlockAst, UsingStatementAst } from '../ast.ts';
import type { ParseOptions } from './parse-options.ts';
import type { Parser } from './parser.ts';
import { wrongSpecification } from './requirements.ts';

/** Modules and assemblies of `using` statements must be there when the script is read; the embedder knows. */
export function checkImports(p: Parser, script: ScriptBlockAst, options: ParseOptions): void {
  for (const using of script.usingStatements) {
    if (using.usingKind === 'Module') checkModule(p, using, options);
    const assembly = using.usingKind === 'Assembly' ? using.name : undefined;
    if (assembly && !options.assemblyExists?.(assembly.value))
      p.error('ErrorLoadingAssembly', assembly, assembly.value);
  }
}

function checkModule(p: Parser, using: UsingStatementAst, options: ParseOptions): void {
  const { moduleSpecification, name } = using;
  const wrong = moduleSpecification && wrongSpecification(moduleSpecification);
  if (wrong !== undefined) return p.error('RequiresModuleInvalid', using, wrong);
  const text = moduleSpecification ? p.textOf(moduleSpecification) : (name?.value ?? '');
  // A path is looked up when the script runs.
  if (!moduleSpecification && /[\\/]/.test(text)) return;
  if (!options.moduleExists?.(text)) p.error('ModuleNotFoundDuringParse', using, text);
}

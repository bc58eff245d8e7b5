import type { UsingStatementAst } from '../../syntax/ast.ts';
import { scriptError } from '../errors/script-error.ts';
import { folderOf } from '../errors/script-position.ts';
import type { Frame } from './frame.ts';
import { importModule } from './import-exports.ts';

/** `using module`: loads modules before the code that names their types runs. */
export function useModules(frame: Frame, statements: readonly UsingStatementAst[]): void {
  for (const { usingKind, name } of statements) {
    if (usingKind !== 'Module' || !name) continue;
    const { session, source, scope } = frame;
    const known = session.modules.get(name.value.toLowerCase());
    const module = known ?? session.moduleLoader.load(session, name.value, folderOf(source.file ?? ''));
    if (!module) throw scriptError('ModuleNotFound', [name.value], { target: name.value });
    session.modules.set(module.name.toLowerCase(), module);
    importModule(module, scope.module?.scope ?? session.global);
  }
}

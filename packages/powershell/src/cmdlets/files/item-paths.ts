import { WildcardPattern } from '../../dotnet/index.ts';
import { drivesOf, type Drives } from '../../providers/drives.ts';
import { expandPath, nameFilter, plainPath } from '../../providers/expand.ts';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { leafOf } from '../../providers/path-text.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import type { ErrorRecord } from '../../runtime/values/error-record.ts';

type Context = Pick<CommandContext, 'parameters' | 'session' | 'writeError'>;

export interface GivenPaths {
  readonly paths: readonly string[];
  /** Wildcards are not meant. */
  readonly literal: boolean;
}

/** What `-Path` or `-LiteralPath` say; the current location without them where that is allowed. */
export function givenPaths({ parameters }: Pick<Context, 'parameters'>): GivenPaths {
  const literal = textsOf(parameters, 'LiteralPath');
  return literal ? { paths: literal, literal: true } : { paths: textsOf(parameters, 'Path') ?? [], literal: false };
}

const generalFailure = { operation: '', category: 'NotSpecified' } as const;

/** Does something of which an error does not end the command: it is reported, and undefined comes back. */
export function attempt<T>(context: Pick<Context, 'writeError'>, action: () => T): T | undefined {
  let failed: ErrorRecord;
  try {
    return inOperation(generalFailure, action);
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    failed = error.record;
  }
  context.writeError(failed);
  return undefined;
}

export const drivesFor = ({ session }: Pick<Context, 'session'>): Drives => drivesOf(session);

/** Whether `-Include`, `-Exclude` and `-Filter` let an item through. */
export function chosenBy({ parameters }: Pick<Context, 'parameters'>): (item: ItemPath) => boolean {
  const accepts = nameFilter(textsOf(parameters, 'Include'), textsOf(parameters, 'Exclude'));
  const filter = textOf(parameters, 'Filter');
  const pattern = filter ? new WildcardPattern(filter) : undefined;
  return ({ path }) => accepts(path) && (pattern === undefined || pattern.isMatch(leafOf(path)));
}

/** The items that the command's paths stand for; a path that stands for nothing is reported. */
export function existingItems(context: Context): readonly ItemPath[] {
  const { paths, literal } = givenPaths(context);
  const options = { literal, hidden: switchOf(context.parameters, 'Force') };
  const isChosen = chosenBy(context);
  return paths.flatMap((path) =>
    (attempt(context, () => expandPath(drivesFor(context), path, options)) ?? []).filter(isChosen),
  );
}

/** What the command's paths mean, whether there is something or not. */
export function plainItems(context: Context): readonly ItemPath[] {
  const { paths, literal } = givenPaths(context);
  return paths.flatMap((path) => attempt(context, () => plainPath(drivesFor(context), path, { literal })) ?? []);
}

/** Paths of files that are read as a whole: a plain one that leads nowhere is found out when it is opened, which ends the command. */
export function filesToOpen(context: Context): readonly string[] {
  const { paths, literal } = givenPaths(context);
  const hasWildcard = !literal && paths.some((path) => /[*?[]/.test(path));
  const items = hasWildcard ? existingItems(context) : plainItems(context);
  return items.map(({ path }) => path);
}

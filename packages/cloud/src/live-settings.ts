import { statSync } from 'node:fs';
import { cloudEvents } from './events.ts';
import { readSettings, settingsPath, type OrganisationSettings } from './organisation-settings.ts';
import type { Sealer } from './secrets/sealer.ts';

/** The settings of an organisation, read anew whenever their file has changed. */
export interface LiveSettings {
  readonly current: OrganisationSettings;
  /** Why the file as it lies there now is not used; the settings from before hold. */
  readonly problem: string | undefined;
}

/** Settings that come from a data folder, under those that the program was given; without a folder they never change. */
export function liveSettings(options: {
  folder: string | undefined;
  given: OrganisationSettings;
  sealer: Sealer;
}): LiveSettings {
  const { folder, given, sealer } = options;
  if (folder === undefined) return { current: given, problem: undefined };
  let stamp = stampOf(folder);
  let current: OrganisationSettings = { ...readSettings(folder, sealer), ...given };
  let problem: string | undefined;
  const refresh = (): void => {
    const found = stampOf(folder);
    if (found === stamp) return;
    stamp = found;
    try {
      current = { ...readSettings(folder, sealer), ...given };
      problem = undefined;
    } catch (error) {
      problem = (error as Error).message;
      cloudEvents.settingsRefused.publish({ folder, problem });
    }
    // Reading seals a password that lies there in the clear, and so writes the file.
    stamp = stampOf(folder);
  };
  return {
    get current() {
      refresh();
      return current;
    },
    get problem() {
      refresh();
      return problem;
    },
  };
}

/** Another one whenever the file may be another. */
function stampOf(folder: string): string {
  const found = statSync(settingsPath(folder), { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : 'none';
}

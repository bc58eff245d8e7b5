import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceVersion } from '@cutover/migration';
import { cloudErrors } from './errors.ts';
import type { SmtpServer } from './mail/smtp-mailer.ts';
import { writePrivateFile } from './private-file.ts';
import type { SourceConnections } from './source/source-connection.ts';

/** What an organisation is set to; every part has a default. */
export interface OrganisationSettings {
  /** Domains whose addresses mailboxes and groups may have. Default: contoso.com. */
  readonly acceptedDomains?: readonly string[] | undefined;
  /** Address of who is signed in. Default: `admin@` the first accepted domain. */
  readonly administrator?: string | undefined;
  /** Whose rules hold: the service of the time of Exchange 2003 migrations, or today's. Default: 2013. */
  readonly serviceVersion?: ServiceVersion | undefined;
  /** Where status mails go. Default: the folder `mail` of the data folder. */
  readonly mail?: { readonly folder: string } | { readonly smtp: SmtpServer } | undefined;
  /** Where source servers are really found, for tests and rehearsals: by name, or the path of a mock's ready file. */
  readonly connections?: SourceConnections | undefined;
  /** Directory synchronisation is active in the organisation: a cutover is refused. */
  readonly directorySynchronization?: boolean | undefined;
}

export const settingsFileName = 'settings.json';
const names: readonly (keyof OrganisationSettings)[] = [
  'acceptedDomains',
  'administrator',
  'serviceVersion',
  'mail',
  'connections',
  'directorySynchronization',
];

/** The settings that lie in a data folder, in `settings.json`; none is the same as an empty one. */
export function readSettings(dataFolder: string): OrganisationSettings {
  const path = join(dataFolder, settingsFileName);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  return parseSettings(path, text);
}

/** Writes the settings of a data folder; its service reads them when it starts. */
export function writeSettings(dataFolder: string, settings: OrganisationSettings): void {
  writePrivateFile(join(dataFolder, settingsFileName), `${JSON.stringify(settings, undefined, 2)}\n`);
}

function parseSettings(path: string, text: string): OrganisationSettings {
  let settings: unknown;
  try {
    settings = JSON.parse(text);
  } catch (cause) {
    throw cloudErrors.settingsInvalid({ path, problem: 'it is no JSON' }, { cause });
  }
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw cloudErrors.settingsInvalid({ path, problem: 'it is no object' });
  }
  const unknown = Object.keys(settings).find((name) => !(names as readonly string[]).includes(name));
  if (unknown) throw cloudErrors.settingsInvalid({ path, problem: `"${unknown}" is none of ${names.join(', ')}` });
  return settings;
}

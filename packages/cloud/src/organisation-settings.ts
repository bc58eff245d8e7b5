import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemRandom } from '@cutover/base';
import type { ServiceVersion } from '@cutover/migration';
import { cloudErrors } from './errors.ts';
import type { SmtpServer } from './mail/smtp-mailer.ts';
import { writePrivateFile } from './private-file.ts';
import { createSealer, type Sealer } from './secrets/sealer.ts';
import { dataFolderKey } from './secrets/sealing-key.ts';
import type { SourceConnections } from './source/source-connection.ts';

/** What an organisation is set to; every part has a default. */
export interface OrganisationSettings {
  /** Domains whose addresses mailboxes and groups may have. Default: contoso.com. */
  readonly acceptedDomains?: readonly string[] | undefined;
  /** Address of who is signed in. Default: `admin@` the first accepted domain. */
  readonly administrator?: string | undefined;
  /** Most mailboxes of a cutover; default by the rules: 1,000, or 2,000 of the current service. */
  readonly mostMailboxes?: number | undefined;
  /** Single sign-on is set up in the organisation: a cutover is refused. */
  readonly singleSignOn?: boolean | undefined;
  /** Whose rules hold: the service of the time of Exchange 2003 migrations, or today's. Default: 2013. */
  readonly serviceVersion?: ServiceVersion | undefined;
  /** Where status mails go. Default: the folder `mail` of the data folder. */
  readonly mail?: { readonly folder: string } | { readonly smtp: SmtpServer } | undefined;
  /** Where source servers are really found, for tests and rehearsals: by name, or the path of a mock's ready file. */
  readonly connections?: SourceConnections | undefined;
  /** Directory synchronisation is active in the organisation: a cutover is refused. */
  readonly directorySynchronization?: boolean | undefined;
}

const settingsFileName = 'settings.json';
export const settingsPath = (dataFolder: string): string => join(dataFolder, settingsFileName);
const smtpSecret = 'SMTP password';

/**
 * The settings that lie in a data folder, in `settings.json`; no file is the same as an empty one. An SMTP password that
 * a person has written there is sealed at once.
 */
export function readSettings(dataFolder: string, sealer = folderSealer(dataFolder)): OrganisationSettings {
  const path = settingsPath(dataFolder);
  const stored = parseSettings(path, readText(path) ?? '{}');
  const settings = withPassword(stored, sealer);
  if (passwordIn(stored) !== undefined) writeSettings(dataFolder, settings, sealer);
  return settings;
}

/** Where servers are really found, as the settings of a data folder tell it. */
export const connectionsOf = (dataFolder: string): SourceConnections => readSettings(dataFolder).connections ?? {};

/** Writes the settings of a data folder, an SMTP password sealed; a service that runs takes them up at once. */
export function writeSettings(
  dataFolder: string,
  settings: OrganisationSettings,
  sealer = folderSealer(dataFolder),
): void {
  const stored = withoutPassword(settings, sealer);
  writePrivateFile(settingsPath(dataFolder), `${JSON.stringify(stored, undefined, 2)}\n`);
}

/** Makes the folder's key only when there is something to seal. */
function folderSealer(dataFolder: string): Sealer {
  const make = (): Sealer => createSealer({ key: dataFolderKey(dataFolder, systemRandom), random: systemRandom });
  return { seal: (...of) => make().seal(...of), open: (...of) => make().open(...of) };
}

/** `auth` as it lies in the file: with the password as a person writes it, or as we keep it. */
interface StoredAuth {
  readonly user: string;
  readonly password?: string;
  readonly sealedPassword?: string;
}

const authIn = ({ mail }: OrganisationSettings): StoredAuth | undefined =>
  mail && 'smtp' in mail ? mail.smtp.auth : undefined;
const passwordIn = (settings: OrganisationSettings): string | undefined => authIn(settings)?.password;

function withAuth(settings: OrganisationSettings, auth: StoredAuth): OrganisationSettings {
  const { smtp } = settings.mail as { smtp: SmtpServer };
  return { ...settings, mail: { smtp: { ...smtp, auth: auth as Required<StoredAuth> } } };
}

function withoutPassword(settings: OrganisationSettings, sealer: Sealer): OrganisationSettings {
  const { user, password } = authIn(settings) ?? {};
  if (user === undefined || password === undefined) return settings;
  const sealedPassword = Buffer.from(sealer.seal(password, smtpSecret)).toString('base64');
  return withAuth(settings, { user, sealedPassword });
}

function withPassword(stored: OrganisationSettings, sealer: Sealer): OrganisationSettings {
  const { user, sealedPassword } = authIn(stored) ?? {};
  if (user === undefined || sealedPassword === undefined) return stored;
  return withAuth(stored, { user, password: sealer.open(Buffer.from(sealedPassword, 'base64'), smtpSecret) });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSmtp = (value: unknown): boolean => isObject(value) && isText(value['host']);

/** What each setting has to be. */
const checks: Readonly<
  Record<keyof OrganisationSettings, readonly [wanted: string, fits: (value: unknown) => boolean]>
> = {
  acceptedDomains: ['a list of domain names', (value) => Array.isArray(value) && value.every(isText)],
  administrator: ['an e-mail address', (value) => isText(value) && String(value).includes('@')],
  serviceVersion: ['"2013" or "current"', (value) => value === '2013' || value === 'current'],
  mail: [
    'an object with "folder", or with "smtp" and in it "host"',
    (value) => isObject(value) && (isText(value['folder']) || isSmtp(value['smtp'])),
  ],
  connections: [
    'an object by the names of RPC proxies, or the path of a ready file',
    (value) => isText(value) || (isObject(value) && Object.values(value).every(isObject)),
  ],
  directorySynchronization: ['true or false', (value) => typeof value === 'boolean'],
  singleSignOn: ['true or false', (value) => typeof value === 'boolean'],
  mostMailboxes: [
    'a number from 1 to 2000',
    (value) => Number.isInteger(value) && 1 <= Number(value) && Number(value) <= 2000,
  ],
};

function parseSettings(path: string, text: string): OrganisationSettings {
  const refuse = (problem: string, cause?: unknown): Error => cloudErrors.settingsInvalid({ path, problem }, { cause });
  let settings: unknown;
  try {
    settings = JSON.parse(text);
  } catch (cause) {
    throw refuse('it is no JSON', cause);
  }
  if (!isObject(settings)) throw refuse('it is no object');
  for (const [name, value] of Object.entries(settings)) {
    if (!Object.hasOwn(checks, name)) throw refuse(`"${name}" is none of ${Object.keys(checks).join(', ')}`);
    const [wanted, fits] = checks[name as keyof OrganisationSettings];
    if (!fits(value)) throw refuse(`"${name}" is not ${wanted}`);
  }
  return settings;
}

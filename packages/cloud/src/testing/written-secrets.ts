import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The files and folders directly in a data folder in whose bytes the secret stands. */
export const placesOf = (folder: string, secret: string): Set<string> =>
  new Set(filesHolding(folder, secret).map((file) => relative(folder, file).split(sep)[0]!));

/** The content of the first MigrationStatistics.csv in a data folder that tells passwords. */
export function statisticsFile(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('MigrationStatistics.csv'),
  );
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  return texts.find((text) => passwordsIn(text).length > 0) ?? '';
}

/** The first passwords that a MigrationStatistics.csv tells. */
export function passwordsIn(csv: string): string[] {
  const rows = csv.split('\r\n').map((line) => line.split(','));
  return rows.slice(1).flatMap(([, , , , password]) => (password ? [password] : []));
}

/** The files below a folder whose bytes hold the text, as it is, in UTF-16 or in base64. */
function filesHolding(folder: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), ...base64Forms(text)];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => forms.some((form) => readFileSync(path).includes(form)));
}

/** What base64 makes of the text at each of the three places it can begin at, without the characters at the rims. */
function base64Forms(text: string): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(`${'\0'.repeat(shift)}${text}`)
      .toString('base64')
      .replaceAll('=', '');
    return Buffer.from(encoded.slice(Math.ceil((shift * 4) / 3), -2));
  });
}

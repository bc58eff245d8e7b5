import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a page of the guide tells the reader to do. */
export interface GuidePage {
  /** Files by their names, which their first line tells as a comment. */
  readonly files: Readonly<Record<string, string>>;
  /** Commands, in their order; the installation aside. */
  readonly commands: readonly string[];
}

const block = /^```(\w+)( install)?\n(.*?)^```$/gms;
const fileName = /^(?:\/\/|#) (\S+\.\w+)\n/;

/** Reads the code of a page that comes with the mock. */
export function readGuidePage(page: string): GuidePage {
  const text = readFileSync(join(import.meta.dirname, '../../packages/mock-exchange/docs', page), 'utf8');
  const files: Record<string, string> = {};
  const commands: string[] = [];
  for (const [, language, install, code = ''] of text.matchAll(block)) {
    const name = fileName.exec(code)?.[1];
    if (name !== undefined) files[name] = code;
    else if (language === 'sh' && install === undefined) commands.push(...code.trim().split('\n'));
  }
  return { files, commands };
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../host/node/node-files.ts';
import type { Host } from '../../runtime/engine/host.ts';
import { createRunspace } from '../../runtime/runspace.ts';

export interface ScriptResult {
  /** What was printed, without blank lines around it. */
  readonly text: string;
  readonly errors: string;
}

/** A folder of its own in which scripts run, each in a new session. */
export class TemporarySession {
  readonly folder = mkdtempSync(join(tmpdir(), 'session-'));

  /** Puts a file into the folder. */
  put(name: string, text: string | Uint8Array): void {
    writeFileSync(join(this.folder, name), text);
  }

  run(script: string, host: Partial<Host> = {}): ScriptResult {
    let [text, errors] = ['', ''];
    const shown: Host = {
      write: (part) => void (text += part),
      writeError: (part) => void (errors += part),
      width: 200,
      ...host,
    };
    const capabilities = { files: nodeFiles(), folder: this.folder };
    createRunspace({ host: shown, capabilities, environment: { HOME: this.folder } }).invoke(script);
    return { text: text.trim(), errors };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

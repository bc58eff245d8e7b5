import { existsSync } from 'node:fs';
import { isSdkError, systemClock } from '@cutover/base';
import { FakeOrganisation } from '@cutover/migration/testing';
import { embeddedOrganisation } from '../embedded-organisation.ts';
import { runService } from '../service/run-service.ts';
import { inUseExitCode } from '../service/exit-codes.ts';
import { connectivityNode, smallCompany } from './organisation-under-test.ts';

// A service whose source is a fake that is the same in every process, and slow enough to be killed while it copies:
// `node slow-service.ts <data folder>`.
const [dataFolder = ''] = process.argv.slice(2);
const sources = new FakeOrganisation(smallCompany());
for (const name of ['ann', 'bob', 'carol'])
  sources.deliver(
    name,
    'Inbox',
    Array.from({ length: 60 }, () => ({})),
  );
sources.onStep = ({ step, signal }) => (step === 'message' ? systemClock.sleep(10, { signal }) : undefined);

const stopped = new AbortController();
process.once('SIGTERM', () => stopped.abort());
try {
  if (existsSync(dataFolder))
    await runService({
      dataFolder,
      signal: stopped.signal,
      idleAfter: 300,
      open: (options) => embeddedOrganisation({ ...options, sources, connectivity: async () => connectivityNode() }),
    });
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = isSdkError(error, 'cloud.dataFolderInUse') ? inUseExitCode : 1;
}

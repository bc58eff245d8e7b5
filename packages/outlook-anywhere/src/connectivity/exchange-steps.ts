import type { InterfaceDefinition } from '@cutover/wire';
import { emsmdb } from '@cutover/wire/emsmdb';
import { nspiInterface } from '@cutover/wire/nspi';
import { pidTag } from '@cutover/wire/properties';
import { rfrInterface } from '@cutover/wire/rfr';
import { openAddressBook } from '../directory/address-book.ts';
import { type Environment, openInterface } from '../environment.ts';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import { openMailbox } from '../mailbox/open-mailbox.ts';
import { exchangePort } from '../proxy.ts';
import { parseIdentity } from '../transport/identity.ts';
import type { Step } from './run-steps.ts';

/** What of Exchange is tested, beyond the account's own sign-in. */
export interface ExchangeTest {
  /** Name, alias or address of a mailbox to log on to; the account's own by default. */
  readonly mailbox?: string | undefined;
  readonly asAdministrator: boolean;
}

/** What to do where a service's own error does not say it. Source: KB 831051, TechNet aa997836. */
const remedies = {
  endpoint: 'Check that the service runs and that its HTTP port is the one of the registry.',
  nameCheck:
    'Check that the global catalog answers: its value NSPI interface protocol sequences must be ncacn_http:6004, and it must have been started since.',
  referral: 'Check that the Microsoft Exchange System Attendant runs; it refers clients to the address book.',
  logon: 'Check in Exchange System Manager that the mailbox exists, is connected and that its store is mounted.',
} as const;

/** Pings the server's endpoints, looks the mailbox up in the directory and logs on to it. */
export function exchangeSteps(environment: Environment, test: ExchangeTest, port: (number: number) => string): Step[] {
  const { exchangeServer: server, proxy } = environment;
  const found: { userDN?: string | undefined; mailboxDN?: string | undefined } = {};
  const own = parseIdentity(proxy.credential.userName).userName;
  const wanted = test.mailbox ?? own;
  const ping = (id: string, name: string, definition: InterfaceDefinition, number: number): Step => ({
    id,
    name: `Attempting to ping RPC endpoint ${number} (${name}) on server ${server}.`,
    command: port(number),
    remedy: remedies.endpoint,
    run: async (signal) => {
      const target = { endpoint: { server, port: number }, interface: definition, stubLimit: limits.responseStub };
      (await openInterface(environment, target, { signal })).close();
      return { detail: 'The endpoint was pinged successfully.' };
    },
  });

  return [
    ping('ping.store', 'Exchange Information Store', emsmdb, exchangePort.store),
    ping('ping.directory', 'NSPI Proxy Interface', nspiInterface, exchangePort.directory),
    {
      id: 'directory',
      name: 'Testing the MAPI Address Book endpoint on the Exchange server.',
      summary: {
        success: 'The address book endpoint was tested successfully.',
        failure: 'An error occurred while testing the address book endpoint.',
      },
      children: [
        {
          id: 'directory.checkName',
          name: `Testing the address book "Check Name" operation for user ${wanted} against server ${server}.`,
          command: port(exchangePort.directory),
          remedy: remedies.nameCheck,
          run: async (signal) => {
            await using book = await openAddressBook(environment, { signal });
            const columns = [pidTag.emailAddress, pidTag.displayName];
            const dnOf = async (name: string) =>
              (await book.resolve(name, columns, { signal }))?.text(pidTag.emailAddress);
            found.userDN = await dnOf(own);
            found.mailboxDN = test.mailbox === undefined ? found.userDN : await dnOf(test.mailbox);
            if (found.mailboxDN) return { detail: `The name was resolved to ${found.mailboxDN}.` };
            if (test.mailbox !== undefined) throw errors.nameNotResolved({ name: test.mailbox, server });
            return {
              detail: `The account ${own} is in no address list.`,
              warning: "Name a mailbox to test the account's right to open it.",
            };
          },
        },
      ],
    },
    {
      id: 'referral',
      name: `Testing the Referral service on server ${server}.`,
      command: port(exchangePort.referral),
      remedy: remedies.referral,
      run: async (signal) => ({ detail: await askReferral(environment, found.userDN ?? '', signal) }),
    },
    {
      id: 'logon',
      name: `Attempting to log on to the mailbox of ${wanted}.`,
      command: port(exchangePort.store),
      remedy: remedies.logon,
      run: async (signal) => {
        const { mailboxDN: legacyExchangeDN, userDN } = found;
        if (!legacyExchangeDN) return { detail: 'No mailbox was named, so none was opened.' };
        const { asAdministrator } = test;
        const mailbox = await openMailbox(environment, { legacyExchangeDN, userDN, asAdministrator, signal });
        await mailbox.close();
        return { detail: 'Logged on to the mailbox.' };
      },
    },
  ];
}

async function askReferral(environment: Environment, userDN: string, signal: AbortSignal): Promise<string> {
  const endpoint = { server: environment.exchangeServer, port: exchangePort.referral };
  const target = { endpoint, interface: rfrInterface, stubLimit: limits.responseStub };
  const client = await openInterface(environment, target, { signal });
  try {
    const { getNewDsa } = rfrInterface.operations;
    const request = { flags: 0, userDN, unused: null, server: { text: null } };
    const { server, result } = await client.call(getNewDsa, request, { signal });
    if (result !== 0) throw errors.directoryFailed({ operation: getNewDsa.name, result });
    return `The address book service was found at ${server?.text ?? environment.exchangeServer}.`;
  } finally {
    client.close();
  }
}

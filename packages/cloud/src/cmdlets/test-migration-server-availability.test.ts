import {
  newMigrationEndpoint,
  psCredential,
  testMigrationServerAvailability,
  testMigrationServerAvailabilityOutcome,
} from '@cutover/core';
import type { Discovery } from '@cutover/outlook-anywhere';
import { describe, expect, test } from 'vitest';
import { connectivityNode, credentials, organisationUnderTest, source } from '../testing/organisation-under-test.ts';

const { RpcProxyServer, ...rest } = source;
const parameters = { ...rest, RPCProxyServer: RpcProxyServer };

test('a source that answers gives its connection settings', async () => {
  await using world = organisationUnderTest();
  const outcome = await testMigrationServerAvailability(world.session, parameters);
  expect(testMigrationServerAvailabilityOutcome.schema.parse(outcome)).toEqual({
    Result: 'Success',
    Message: '',
    ConnectionSettings: {
      ExchangeServer: 'EXCH-MSG-1.contoso.com',
      RpcProxyServer: 'mail.contoso.com',
      Authentication: 'Basic',
      MailboxPermission: 'Admin',
      Username: 'CONTOSO\\administrator',
      UseAutoDiscover: false,
    },
    SupportsCutover: true,
    ErrorDetail: '',
    IsValid: true,
    Identity: '',
    ObjectState: 'New',
    Detail: null,
  });
});

test('a failed step is a result with its whole chain, its remedy and a command to try', async () => {
  await using world = organisationUnderTest();
  const failed = connectivityNode({
    id: 'rpc.nspi',
    name: 'Pinging the NSPI proxy on port 6004',
    status: 'failed',
    errorCode: 'outlookAnywhere.rpcServerUnavailable',
    detail: 'RPC Error 0x6ba.',
    remedy: 'Check ValidPorts.',
    command: 'rpcping -e 6004',
  });
  world.connectivity = connectivityNode({ status: 'failed', children: [connectivityNode(), failed] });
  const outcome = await testMigrationServerAvailability(world.session, parameters);
  expect(outcome).toMatchObject({ Result: 'Failed', ConnectionSettings: null, SupportsCutover: false });
  expect(`${outcome.Message}\n\n${outcome.ErrorDetail}`).toMatchInlineSnapshot(`
    "We weren't able to connect to the remote server 'mail.contoso.com'. Please verify that the migration endpoint settings are correct and your certificate is valid. Consider using the Exchange Remote Connectivity Analyzer (https://testexchangeconnectivity.com) to diagnose the connectivity issues.

    Microsoft.Exchange.Data.Storage.Management.MigrationTransientException: We weren't able to connect to the remote server 'mail.contoso.com'. Please verify that the migration endpoint settings are correct and your certificate is valid. Consider using the Exchange Remote Connectivity Analyzer (https://testexchangeconnectivity.com) to diagnose the connectivity issues. ---> Microsoft.Exchange.Rpc.ServerUnavailableException: RPC Error 0x6ba. Check ValidPorts.
       at step rpc.nspi (Pinging the NSPI proxy on port 6004)
    To try this step: rpcping -e 6004"
  `);
});

test('a warning does not fail the test', async () => {
  await using world = organisationUnderTest();
  const warned = connectivityNode({
    status: 'warning',
    detail: 'The certificate has many names.',
    remedy: 'See to it.',
  });
  world.connectivity = connectivityNode({ status: 'warning', children: [warned] });
  expect((await testMigrationServerAvailability(world.session, parameters)).Result).toBe('Success');
  expect(world.warnings).toEqual(['The certificate has many names. See to it.']);
});

const byAutodiscover = {
  Autodiscover: true,
  EmailAddress: 'administrator@contoso.com',
  Credentials: credentials,
};

describe('Autodiscover', () => {
  test('fails where there is none, with every place that was asked', async () => {
    await using world = organisationUnderTest();
    const outcome = await testMigrationServerAvailability(world.session, { ...byAutodiscover, Detailed: true });
    expect(outcome).toMatchObject({ Result: 'Failed', ConnectionSettings: null });
    expect(outcome.ErrorDetail).toMatch(
      /^Microsoft\.Exchange\.Migration\.AutoDiscoverFailedConfigurationErrorException: /,
    );
    expect(outcome.ErrorDetail).toContain(
      'https://autodiscover.contoso.com/autodiscover/autodiscover.xml: The host name',
    );
    expect(outcome.Detail!.Steps.map(({ Id, Status }) => [Id, Status]).slice(0, 3)).toEqual([
      ['rpcHttp', 'Error'],
      ['autodiscover', 'Error'],
      ['autodiscover.place', 'Skipped'],
    ]);
    expect(outcome.Detail!.Html).toContain('administrator@contoso.com by Autodiscover, as CONTOSO\\administrator');
    expect(world.warnings).toEqual([expect.stringContaining('-ExchangeServer and -RPCProxyServer')]);
  });

  const searchSettings = async (): Promise<Discovery> => ({
    emailAddress: byAutodiscover.EmailAddress,
    settings: {
      url: 'https://autodiscover.contoso.com/autodiscover/autodiscover.xml',
      emailAddress: byAutodiscover.EmailAddress,
      displayName: 'Administrator',
      legacyExchangeDN: '/o=Contoso/cn=Recipients/cn=administrator',
      exchangeServer: 'EXCH-MSG-1.contoso.com',
      rpcProxyServer: 'mail.contoso.com',
      authentication: 'NTLM',
      serverVersion: '8.3.83',
      certificatePrincipalName: undefined,
    },
    failure: undefined,
    attempts: [],
    durationMs: 5,
  });

  test('finds the settings that are then tested; an endpoint is made of them', async () => {
    const tested: unknown[] = [];
    await using world = organisationUnderTest({
      searchSettings,
      connectivity: async ({ settings }) => {
        tested.push(settings.exchangeServer, settings.rpcProxyServer, settings.authentication);
        return connectivityNode();
      },
    });
    const { Result, ConnectionSettings, Detail } = await testMigrationServerAvailability(world.session, {
      ...byAutodiscover,
      Detailed: true,
    });
    expect({ Result, ConnectionSettings }).toMatchObject({
      Result: 'Success',
      ConnectionSettings: { RpcProxyServer: 'mail.contoso.com', Authentication: 'Ntlm', UseAutoDiscover: true },
    });
    expect(Detail!.Steps[1]).toMatchObject({ Id: 'autodiscover', Status: 'Success' });
    const endpoint = await newMigrationEndpoint(world.session, {
      Name: 'Found',
      ExchangeOutlookAnywhere: true,
      ...byAutodiscover,
    });
    expect(endpoint).toMatchObject({ RpcProxyServer: 'mail.contoso.com', UseAutoDiscover: true });
    expect(tested).toEqual([...Array(2)].flatMap(() => ['EXCH-MSG-1.contoso.com', 'mail.contoso.com', 'NTLM']));
  });

  test('makes no endpoint where it finds nothing', async () => {
    await using world = organisationUnderTest();
    const made = newMigrationEndpoint(world.session, {
      Name: 'None',
      ExchangeOutlookAnywhere: true,
      ...byAutodiscover,
    });
    await expect(made).rejects.toMatchObject({ code: 'migration.autodiscoverFailed' });
    expect(world.warnings).toEqual([expect.stringContaining('-ExchangeServer and -RPCProxyServer')]);
  });
});

test('-TimeoutSeconds bounds the whole test', async () => {
  const limits: unknown[] = [];
  await using world = organisationUnderTest({
    connectivity: async (_source, { timeLimit }) => {
      limits.push(timeLimit);
      return connectivityNode();
    },
  });
  await testMigrationServerAvailability(world.session, { ...parameters, TimeoutSeconds: 5 });
  await testMigrationServerAvailability(world.session, parameters);
  expect(limits).toEqual([5000, undefined]);
});

test('a stored endpoint is tested with its own credential', async () => {
  const passwords: string[] = [];
  await using world = organisationUnderTest({
    connectivity: async ({ password }) => {
      passwords.push(password);
      return connectivityNode();
    },
  });
  await newMigrationEndpoint(world.session, { Name: 'Contoso', ...source });
  const outcome = await testMigrationServerAvailability(world.session, { Endpoint: 'Contoso' });
  expect(outcome.Result).toBe('Success');
  expect(passwords).toEqual([credentials.password, credentials.password]);
  await expect(testMigrationServerAvailability(world.session, { Endpoint: 'None' })).rejects.toMatchObject({
    code: 'migration.endpointNotFound',
  });
});

test('-Detailed adds every step in order, as objects, as a text and as a page', async () => {
  await using world = organisationUnderTest();
  const failed = connectivityNode({
    id: 'certificate.trust',
    name: 'Validating the chain',
    status: 'failed',
    errorCode: 'outlookAnywhere.certificateNotTrusted',
    detail: 'The root <Contoso CA> is not trusted.',
    remedy: 'Use a certificate of a public authority.',
    command: 'openssl s_client',
    durationMs: 12.4,
  });
  const parent = connectivityNode({
    id: 'certificate',
    name: 'Testing the certificate',
    status: 'failed',
    children: [failed],
  });
  const skipped = connectivityNode({ id: 'http', name: 'Testing HTTP', status: 'skipped' });
  world.connectivity = connectivityNode({ status: 'failed', children: [parent, skipped] });
  const { Detail, Result } = await testMigrationServerAvailability(world.session, { ...parameters, Detailed: true });
  expect(Result).toBe('Failed');
  expect(Detail!.Steps.map(({ Depth, Id, Status }) => [Depth, Id, Status])).toEqual([
    [0, 'root', 'Error'],
    [1, 'certificate', 'Error'],
    [2, 'certificate.trust', 'Error'],
    [1, 'http', 'Skipped'],
  ]);
  expect(Detail!.Steps[2]).toMatchObject({
    ErrorCode: 'outlookAnywhere.certificateNotTrusted',
    ElapsedMilliseconds: 12,
  });
  expect(JSON.parse(Detail!.Json)).toEqual(Detail!.Steps);
  expect(Detail!.Text).toContain('[XX] Validating the chain (12 ms)');
  expect(Detail!.Text).toContain('What to do: Use a certificate of a public authority.');
  expect(Detail!.Html).toContain(
    'EXCH-MSG-1.contoso.com by way of mail.contoso.com, as CONTOSO\\administrator<br />2026-03-02',
  );
  expect(Detail!.Html).toContain('The root &lt;Contoso CA&gt; is not trusted.');
  expect(Detail!.Html).toMatch(/^<!doctype html>[^]*<\/html>\s*$/);
});

test('the usual form of the account is asked for', async () => {
  await using world = organisationUnderTest();
  const Credentials = psCredential('administrator', 'x');
  await testMigrationServerAvailability(world.session, { ...parameters, Credentials });
  expect(world.warnings).toEqual([expect.stringContaining('DOMAIN\\user')]);
});

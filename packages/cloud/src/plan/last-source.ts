import type { OrganisationValues } from '../store/organisation-values.ts';

const valueName = 'lastSource';

/** The RPC proxy server of the connection settings that were removed last: whether it still answers tells whether the source is gone. */
export const lastSource = (values: OrganisationValues): string | undefined => values.all()[valueName];

export const noteLastSource = (values: OrganisationValues, rpcProxyServer: string): void =>
  values.set(valueName, rpcProxyServer);

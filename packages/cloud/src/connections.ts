/** A connection that Connect-ExchangeOnline has opened. */
export interface Connection {
  readonly id: string;
  readonly number: number;
  readonly userPrincipalName: string;
  readonly prefix: string;
  readonly openedAt: number;
  /** How it was asked for: told again, and meaning nothing here. */
  readonly connectionUri: string;
  readonly organization: string;
  readonly delegatedOrganization: string | undefined;
  readonly appId: string | undefined;
  readonly byCertificate: boolean;
  readonly pageSize: number;
}

/** The connections to this organisation; they mean nothing but what Get-ConnectionInformation tells of them. */
export interface Connections {
  open(connection: Omit<Connection, 'number'>): void;
  close(matches: (connection: Connection) => boolean): void;
  list(): readonly Connection[];
}

export function createConnections(): Connections {
  let open: Connection[] = [];
  let number = 0;
  return {
    open: (connection) => void open.push({ ...connection, number: ++number }),
    close: (matches) => void (open = open.filter((one) => !matches(one))),
    list: () => open,
  };
}

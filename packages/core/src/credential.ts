import { inspect } from 'node:util';

/** A user name with its password. Source: System.Management.Automation.PSCredential. */
export interface PSCredential {
  readonly userName: string;
  readonly password: string;
}

const hidden = '(hidden)';

// The password is an ordinary member, so that the structured clone algorithm carries it; every way of printing hides it.
const hiding = {
  toJSON(this: PSCredential): object {
    return { userName: this.userName, password: hidden };
  },
  toString(): string {
    return 'System.Management.Automation.PSCredential';
  },
  [inspect.custom](this: PSCredential): string {
    return `PSCredential { userName: ${inspect(this.userName)}, password: ${hidden} }`;
  },
};

/** Makes a credential that JSON.stringify, console.log and string templates print without its password. */
export function psCredential(userName: string, password: string): PSCredential {
  return Object.assign(Object.create(hiding) as object, { userName, password });
}

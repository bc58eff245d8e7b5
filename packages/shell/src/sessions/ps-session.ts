import { defineForeign, Guid, readOnly } from '@cutover/powershell/values';
import { declareType } from '../migration/declare-type.ts';

export const psSessionType = 'System.Management.Automation.Runspaces.PSSession';

export interface PSSessionFields {
  readonly id: number;
  readonly instanceId: string;
  readonly name: string;
  readonly computerName: string;
  readonly configurationName: string;
  /** Whose cmdlets it has. */
  readonly side: 'cloud' | 'onPremises';
}

/** A session in an organisation. Source: System.Management.Automation.Runspaces.PSSession. */
export class PSSession {
  readonly fields: PSSessionFields;
  isOpen = true;

  constructor(fields: PSSessionFields) {
    this.fields = fields;
  }
}

defineForeign(PSSession, { typeName: psSessionType, text: ({ fields }) => `[PSSession]${fields.name}` });

/** Makes sessions values of the session that runs. */
export function definePSSession(): void {
  declareType(psSessionType, () => ({
    name: psSessionType,
    base: 'System.Object',
    properties: {
      Id: readOnly(({ fields }: PSSession) => fields.id, 'int'),
      Name: readOnly(({ fields }: PSSession) => fields.name, 'string'),
      ComputerName: readOnly(({ fields }: PSSession) => fields.computerName, 'string'),
      ComputerType: readOnly(() => 'RemoteMachine', 'string'),
      ConfigurationName: readOnly(({ fields }: PSSession) => fields.configurationName, 'string'),
      InstanceId: readOnly(({ fields }: PSSession) => new Guid(fields.instanceId), 'guid'),
      State: readOnly(({ isOpen }: PSSession) => (isOpen ? 'Opened' : 'Closed'), 'string'),
      Availability: readOnly(({ isOpen }: PSSession) => (isOpen ? 'Available' : 'None'), 'string'),
      Transport: readOnly(() => 'WSMan', 'string'),
    },
  }));
}

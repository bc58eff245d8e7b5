import type { HostInformationMessage, InformationRecord, MessageRecord } from '../values/stream-records.ts';
import { type DotNetType, readOnly } from './define-type.ts';

const message = readOnly((self: MessageRecord) => self.message, 'string');
const automation = 'System.Management.Automation';

const messageType = (name: string): DotNetType => ({
  name: `${automation}.${name}`,
  base: `${automation}.InformationalRecord`,
});

/** The records of the warning, verbose, debug and information streams. */
export const streamRecordTypes: readonly DotNetType[] = [
  { name: `${automation}.InformationalRecord`, base: 'System.Object', properties: { Message: message } },
  messageType('WarningRecord'),
  messageType('VerboseRecord'),
  messageType('DebugRecord'),
  {
    name: `${automation}.InformationRecord`,
    base: 'System.Object',
    properties: {
      MessageData: readOnly((self: InformationRecord) => self.data),
      Source: readOnly((self: InformationRecord) => self.source, 'string'),
      Tags: readOnly((self: InformationRecord) => [...self.tags]),
    },
  },
  {
    name: `${automation}.HostInformationMessage`,
    base: 'System.Object',
    properties: {
      Message: readOnly((self: HostInformationMessage) => self.message, 'string'),
      NoNewLine: readOnly((self: HostInformationMessage) => self.noNewLine, 'bool'),
      ForegroundColor: readOnly((self: HostInformationMessage) => self.foregroundColor),
      BackgroundColor: readOnly((self: HostInformationMessage) => self.backgroundColor),
    },
  },
];

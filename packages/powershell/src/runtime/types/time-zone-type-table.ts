import { type DateTime, DotnetError, TimeZoneInfo } from '../../dotnet/index.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';

function zoneNamed(id: string): TimeZoneInfo {
  const zone = TimeZoneInfo.byId(id);
  if (!zone)
    throw new DotnetError('TimeZoneNotFoundException', `The time zone ID '${id}' was not found on the local computer.`);
  return zone;
}

export const timeZoneType: DotNetType = {
  name: 'System.TimeZoneInfo',
  base: 'System.Object',
  properties: {
    Id: readOnly(({ id }: TimeZoneInfo) => id, 'string'),
    HasIanaId: readOnly(() => true, 'bool'),
    DisplayName: readOnly(({ displayName }: TimeZoneInfo) => displayName, 'string'),
    StandardName: readOnly(({ standardName }: TimeZoneInfo) => standardName, 'string'),
    DaylightName: readOnly(({ daylightName }: TimeZoneInfo) => daylightName, 'string'),
    BaseUtcOffset: readOnly(({ baseUtcOffset }: TimeZoneInfo) => baseUtcOffset, 'timespan'),
    SupportsDaylightSavingTime: readOnly(
      ({ supportsDaylightSavingTime }: TimeZoneInfo) => supportsDaylightSavingTime,
      'bool',
    ),
  },
  methods: {
    GetUtcOffset: [overload('datetime dateTime', (self: TimeZoneInfo, date: DateTime) => self.offsetAt(date))],
  },
  statics: {
    Utc: readOnly(() => zoneNamed('UTC')),
    Local: readOnly(() => TimeZoneInfo.local()),
  },
  staticMethods: {
    FindSystemTimeZoneById: [overload('string id', (_self: null, id: string) => zoneNamed(id))],
    GetSystemTimeZones: [overload('', () => [...TimeZoneInfo.all()])],
    ConvertTimeToUtc: [overload('datetime dateTime', (_self: null, value: DateTime) => value.toUniversalTime())],
    ConvertTimeFromUtc: [
      overload('datetime dateTime, System.TimeZoneInfo zone', (_self: null, value: DateTime, zone: TimeZoneInfo) =>
        zone.fromUtc(value),
      ),
    ],
    ConvertTime: [
      overload('datetime dateTime, System.TimeZoneInfo zone', (_self: null, value: DateTime, zone: TimeZoneInfo) =>
        zone.fromUtc(value),
      ),
    ],
    ConvertTimeBySystemTimeZoneId: [
      overload('datetime dateTime, string zone', (_self: null, value: DateTime, id: string) =>
        zoneNamed(id).fromUtc(value),
      ),
    ],
  },
};

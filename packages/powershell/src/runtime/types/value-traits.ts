import {
  Guid,
  MailAddress,
  SemanticVersion,
  StringBuilder,
  Uri,
  Version,
  WildcardPattern,
} from '../../dotnet/index.ts';
import { defineForeign } from '../values/foreign-value.ts';

/** Makes small classes of .NET values of the language; their members are in the tables of their types. */
export function defineValues(): void {
  defineForeign(Version, {
    typeName: 'System.Version',
    text: (value) => value.toString(),
    compare: (left, right) => left.compareTo(right),
  });
  defineForeign(Guid, {
    typeName: 'System.Guid',
    text: (value) => value.toString(),
    format: (value, specifier) => value.toString(specifier || 'D'),
    compare: (left, right) => left.compareTo(right),
  });
  defineForeign(SemanticVersion, {
    typeName: 'System.Management.Automation.SemanticVersion',
    text: (value) => value.toString(),
    compare: (left, right) => left.compareTo(right),
  });
  defineForeign(Uri, { typeName: 'System.Uri', text: (value) => value.toString() });
  defineForeign(MailAddress, { typeName: 'System.Net.Mail.MailAddress', text: (value) => value.toString() });
  defineForeign(WildcardPattern, {
    typeName: 'System.Management.Automation.WildcardPattern',
    text: () => 'System.Management.Automation.WildcardPattern',
  });
  defineForeign(StringBuilder, { typeName: 'System.Text.StringBuilder', text: (value) => value.toString() });
}

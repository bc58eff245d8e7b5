import { switchOf, textsOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { currentCulture, currentUICulture } from '../runtime/values/current-culture.ts';
import { CultureInfo } from '../runtime/values/culture-info.ts';

const shared = { kind: 'cmdlet', module: 'Microsoft.PowerShell.Utility' } as const;

export const getCulture: Cmdlet = {
  ...shared,
  name: 'Get-Culture',
  implementingType: 'Microsoft.PowerShell.Commands.GetCultureCommand',
  outputTypes: ['System.Globalization.CultureInfo'],
  defaultSet: 'CurrentCulture',
  parameters: [
    {
      name: 'Name',
      type: 'String[]',
      sets: { Name: { position: 0, pipeline: 'value' } },
      validate: [{ kind: 'notNull' }],
    },
    { name: 'NoUserOverrides', type: 'SwitchParameter', sets: { CurrentCulture: {}, Name: {} } },
    { name: 'ListAvailable', type: 'SwitchParameter', sets: { ListAvailable: {} } },
  ],
  create: (context) => ({
    process: () => {
      for (const name of namesOf(context)) context.out.write(new CultureInfo(name));
    },
  }),
};

const namesOf = ({ parameters }: CommandContext): readonly string[] =>
  switchOf(parameters, 'ListAvailable')
    ? ['', ...available()]
    : (textsOf(parameters, 'Name') ?? [currentCulture().name]);

/** Cultures by name that are told of; any other can be asked for by its name. */
const available = (): string[] =>
  languages.split(' ').filter((name) => Intl.Collator.supportedLocalesOf(name).length > 0);

const languages =
  'af ar-SA bg-BG ca-ES cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-IE en-IN en-NZ en-US en-ZA es-ES es-MX et-EE eu-ES fa-IR fi-FI fr-BE fr-CA fr-CH fr-FR gl-ES he-IL hi-IN hr-HR hu-HU id-ID is-IS it-CH it-IT ja-JP ko-KR lt-LT lv-LV ms-MY nb-NO nl-BE nl-NL nn-NO pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-RS sv-SE th-TH tr-TR uk-UA ur-PK vi-VN zh-CN zh-HK zh-TW';

export const getUICulture: Cmdlet = {
  ...shared,
  name: 'Get-UICulture',
  implementingType: 'Microsoft.PowerShell.Commands.GetUICultureCommand',
  outputTypes: ['System.Globalization.CultureInfo'],
  parameters: [],
  create: ({ out }) => ({ process: () => out.write(currentUICulture()) }),
};

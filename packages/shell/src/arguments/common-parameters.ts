import type { ParameterMetadata } from '@cutover/core/metadata';

const actions = ['Continue', 'Ignore', 'SilentlyContinue', 'Stop'];

/** Parameters that every cmdlet has. Source: about_CommonParameters. Those that need the language are refused by name. */
export const commonParameters: Readonly<Record<string, ParameterMetadata>> = {
  Debug: { type: 'SwitchParameter', help: 'Shows debugging messages.', aliases: ['db'], refused: true },
  ErrorAction: { type: 'ActionPreference', help: 'What an error does.', aliases: ['ea'], values: actions, host: true },
  ErrorVariable: { type: 'String', help: 'Keeps the errors.', aliases: ['ev'], refused: true },
  InformationAction: { type: 'ActionPreference', help: 'What information does.', aliases: ['infa'], refused: true },
  InformationVariable: { type: 'String', help: 'Keeps the information.', aliases: ['iv'], refused: true },
  OutBuffer: { type: 'Int32', help: 'How many objects are held back.', aliases: ['ob'], refused: true },
  OutVariable: { type: 'String', help: 'Keeps the output.', aliases: ['ov'], refused: true },
  PipelineVariable: { type: 'String', help: 'Keeps the current object.', aliases: ['pv'], refused: true },
  ProgressAction: {
    type: 'ActionPreference',
    help: 'What progress does.',
    aliases: ['proga'],
    values: actions,
    host: true,
  },
  Verbose: { type: 'SwitchParameter', help: 'Shows what the cmdlet does.', aliases: ['vb'], host: true },
  WarningAction: {
    type: 'ActionPreference',
    help: 'What a warning does.',
    aliases: ['wa'],
    values: actions,
    host: true,
  },
  WarningVariable: { type: 'String', help: 'Keeps the warnings.', aliases: ['wv'], refused: true },
};

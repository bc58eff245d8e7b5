import { netError } from '../errors/script-error.ts';
import { CompletionResult } from '../values/completion-result.ts';
import { EnumValue } from '../values/enum-value.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { enumType } from './enum-type.ts';

const automation = 'System.Management.Automation';

const resultType = enumType(
  `${automation}.CompletionResultType`,
  'Text History Command ProviderItem ProviderContainer Property Method ParameterName ParameterValue Variable Namespace Type Keyword DynamicKeyword',
);

function made(text: string, listText: string, type: EnumValue, toolTip: string): CompletionResult {
  const given = { completionText: text, listItemText: listText, toolTip };
  const empty = Object.entries(given).find(([, value]) => !value)?.[0];
  if (empty)
    throw netError(
      'System.Management.Automation.PSArgumentNullException',
      `Cannot process argument because the value of argument "${empty}" is null. Change the value of argument "${empty}" to a non-null value.`,
    );
  return new CompletionResult(text, listText, type, toolTip);
}

/** What completers answer. */
export const completionTypes: readonly DotNetType[] = [
  resultType,
  {
    name: `${automation}.CompletionResult`,
    base: 'System.Object',
    properties: {
      CompletionText: readOnly(({ text }: CompletionResult) => text, 'string'),
      ListItemText: readOnly(({ listText }: CompletionResult) => listText, 'string'),
      ResultType: readOnly((self: CompletionResult) => self.resultType, resultType.name),
      ToolTip: readOnly(({ toolTip }: CompletionResult) => toolTip, 'string'),
    },
    constructors: [
      overload('string completionText', (_type: DotNetType, text: string) =>
        made(text, text, new EnumValue(resultType, 0), text),
      ),
      overload(
        `string completionText, string listItemText, ${resultType.name} resultType, string toolTip`,
        (_type: DotNetType, text: string, listText: string, type: EnumValue, toolTip: string) =>
          made(text, listText, type, toolTip),
      ),
    ],
  },
];

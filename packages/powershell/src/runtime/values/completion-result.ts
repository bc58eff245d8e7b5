import type { EnumValue } from './enum-value.ts';

/** One way to complete an input, as a script makes it. Source: System.Management.Automation.CompletionResult. */
export class CompletionResult {
  readonly typeName = 'System.Management.Automation.CompletionResult';
  readonly text: string;
  readonly listText: string;
  /** Of CompletionResultType. */
  readonly resultType: EnumValue;
  readonly toolTip: string;

  constructor(text: string, listText: string, resultType: EnumValue, toolTip: string) {
    this.text = text;
    this.listText = listText;
    this.resultType = resultType;
    this.toolTip = toolTip;
  }
}

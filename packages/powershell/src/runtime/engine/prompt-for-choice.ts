import { netError } from '../errors/script-error.ts';
import type { Host } from './host.ts';

export interface Choice {
  /** The letter behind `&` chooses it. */
  readonly label: string;
  readonly help: string;
}

export interface ChoicePrompt {
  readonly caption: string;
  readonly message: string;
  readonly choices: readonly Choice[];
  /** Index of what an empty answer means; none without it. */
  readonly preset?: number;
}

/** Asks until one of the choices is named, and gives its index. Source: ConsoleHostUserInterface.PromptForChoice. */
export function promptForChoice(host: Host, { caption, message, choices, preset }: ChoicePrompt): number {
  const { prompts } = host;
  if (!prompts) throw nobodyAnswers();
  host.write(['', caption, message].filter((line, index) => index === 0 || line !== '').join('\n') + '\n');
  for (;;) {
    const answer = prompts.readLine({ text: questionText(choices, preset) })?.trim();
    if (answer === undefined) throw nobodyAnswers();
    const chosen = answer === '' ? (preset ?? -1) : choices.findIndex((choice) => isMeant(choice, answer));
    if (chosen >= 0) return chosen;
    if (answer === '?') host.write(choices.map((choice) => `${keyOf(choice)} - ${choice.help}\n`).join(''));
  }
}

export function nobodyAnswers(): Error {
  return netError(
    'System.Management.Automation.PSInvalidOperationException',
    'PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.',
  );
}

const keyOf = ({ label }: Choice): string => (/&(.)/.exec(label)?.[1] ?? '').toUpperCase();
const nameOf = ({ label }: Choice): string => label.replace('&', '');

function isMeant(choice: Choice, answer: string): boolean {
  const given = answer.toLowerCase();
  return given === keyOf(choice).toLowerCase() || given === nameOf(choice).toLowerCase();
}

/** `[Y] Yes  [N] No  [?] Help (default is "Y"): `. */
function questionText(choices: readonly Choice[], preset: number | undefined): string {
  const shown = choices.map((choice) => `[${keyOf(choice)}] ${nameOf(choice)}`);
  const standard = preset === undefined ? '' : ` (default is "${keyOf(choices[preset]!) || nameOf(choices[preset]!)}")`;
  return `${[...shown, '[?] Help'].join('  ')}${standard}: `;
}

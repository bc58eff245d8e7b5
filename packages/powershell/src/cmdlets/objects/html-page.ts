import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { plainText, toText } from '../../runtime/values/to-text.ts';

const documentTypes = {
  strict:
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
  transitional:
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
} as const;

const headers = new Set(['content-type', 'default-style', 'x-ua-compatible']);
const names = new Set(['application-name', 'author', 'description', 'generator', 'keywords', 'viewport']);

/** What stands around the table. */
export class HtmlPage {
  readonly #context: Pick<CommandContext, 'parameters' | 'writeWarning'>;

  constructor(context: Pick<CommandContext, 'parameters' | 'writeWarning'>) {
    this.#context = context;
  }

  start(): string[] {
    const { parameters: given } = this.#context;
    const charset = textOf(given, 'Charset');
    const style = given['CssUri'];
    return [
      switchOf(given, 'Transitional') ? documentTypes.transitional : documentTypes.strict,
      '<html xmlns="http://www.w3.org/1999/xhtml">',
      '<head>',
      ...(charset === undefined ? [] : [`<meta charset="${charset}">`]),
      ...this.#meta(),
      ...(textsOf(given, 'Head') ?? [`<title>${textOf(given, 'Title') ?? 'HTML TABLE'}</title>`]),
      ...(style === undefined ? [] : [`<link rel="stylesheet" type="text/css" href="${plainText(style)}" />`]),
      '</head><body>',
      ...(textsOf(given, 'Body') ?? []),
    ];
  }

  before(): readonly string[] {
    return textsOf(this.#context.parameters, 'PreContent') ?? [];
  }

  after(): readonly string[] {
    return textsOf(this.#context.parameters, 'PostContent') ?? [];
  }

  #meta(): string[] {
    const { Meta } = this.#context.parameters;
    if (!(Meta instanceof Dictionary)) return [];
    return Array.from(Meta.pairs(), ([key, value]) => this.#metaTag(toText(key), toText(value)));
  }

  #metaTag(name: string, content: string): string {
    const key = name.toLowerCase();
    if (headers.has(key)) return `<meta http-equiv="${name}" content="${content}">`;
    if (!names.has(key)) {
      this.#context.writeWarning(
        `Accepted meta properties are content-type, default-style, application-name, author, description, generator, keywords, x-ua-compatible, and viewport. The meta pair: ${name} and ${content} may not function correctly.`,
      );
    }
    return `<meta name="${name}" content="${content}">`;
  }
}

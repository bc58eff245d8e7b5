import { listOfParameter } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { plainText } from '../../runtime/values/to-text.ts';
import { expressionName, resolveNames } from '../../format/expression.ts';
import { htmlText } from './html-text.ts';
import { itemBlock } from './item-block.ts';
import { type PropertyParameter, propertyParameter } from './property-parameter.ts';
import { propertyValues } from './property-values.ts';

export interface HtmlTableOptions {
  readonly asList: boolean;
  readonly write: (line: string) => void;
}

/** Rows of a table, or of a list for each object; the first object tells the columns. */
export class HtmlTable {
  readonly #context: CommandContext;
  readonly #options: HtmlTableOptions;
  readonly #parameters: readonly PropertyParameter[];
  #columns: readonly PropertyParameter[] = [];
  #count = 0;

  constructor(context: CommandContext, options: HtmlTableOptions) {
    const given = listOfParameter(context.parameters, 'Property') ?? ['*'];
    const run = itemBlock(context);
    this.#context = context;
    this.#options = options;
    this.#parameters = given.map((each) => propertyParameter(each, { definition: 'html', run }));
  }

  add(item: unknown): void {
    const { asList, write } = this.#options;
    this.#count++;
    if (asList || this.#columns.length === 0) this.#columns = this.#resolve(item);
    if (this.#columns.length === 0) return;
    if (asList) return this.#addList(item);
    if (this.#count === 1) this.#writeHeading();
    write(`<tr>${this.#columns.map((column) => `<td>${this.#cell(column, item)}</td>`).join('')}</tr>`);
  }

  #addList(item: unknown): void {
    const { write } = this.#options;
    if (this.#count > 1) write('<tr><td><hr></td></tr>');
    for (const column of this.#columns) {
      write(`<tr><td>${heading(column)}:</td><td>${this.#cell(column, item)}</td></tr>`);
    }
  }

  #writeHeading(): void {
    const { write } = this.#options;
    write(`<colgroup>${this.#columns.map(columnTag).join('')}</colgroup>`);
    write(`<tr>${this.#columns.map((column) => `<th>${heading(column)}</th>`).join('')}</tr>`);
  }

  #resolve(item: unknown): PropertyParameter[] {
    const { source } = this.#context.session.formatting;
    return this.#parameters.flatMap((parameter) =>
      resolveNames(parameter.expression, item, source).map((expression) => ({ ...parameter, expression })),
    );
  }

  #cell({ expression }: PropertyParameter, item: unknown): string {
    const results = propertyValues(expression, item, this.#context.session.formatting.source);
    return results.map(({ value }) => (value === null ? '' : htmlText(plainText(value)))).join(', ');
  }
}

const heading = ({ expression, label }: PropertyParameter): string => label ?? expressionName(expression);

function columnTag({ givenAlignment, givenWidth }: PropertyParameter): string {
  const width = givenWidth === undefined ? '' : ` width = "${givenWidth}"`;
  const alignment = givenAlignment === undefined ? '' : ` align = "${givenAlignment}"`;
  return `<col${width}${alignment}/>`;
}

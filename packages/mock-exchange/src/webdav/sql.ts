import { davFailure } from './dav-failure.ts';
import { type DavName, parseFullName } from './names.ts';

/** What SEARCH is asked, in the SQL of the Exchange store as far as its clients use it. [MS-WDVSE] 2.2 */
export interface DavQuery {
  /** Empty for `*`. */
  readonly columns: readonly { readonly name: DavName; readonly alias: string | undefined }[];
  /** URL or path; undefined for the folder that is searched. */
  readonly scope: string | undefined;
  readonly isDeep: boolean;
  readonly where: Condition | undefined;
  readonly order: readonly { readonly name: DavName; readonly descending: boolean }[];
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'null'; readonly name: DavName }
  | { readonly kind: 'compare'; readonly name: DavName; readonly operator: string; readonly value: Literal };
export type Literal = string | number | boolean;

type Token = { readonly kind: 'word' | 'symbol' | 'number' | 'name' | 'text'; readonly text: string };

const tokenForm = /\s*(?:"([^"]*)"|'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.-]*)|(<>|<=|>=|!=|[=<>(),*]))/gy;
/** Conditions within one another, and all of them. */
const maxDepth = 50;

function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  const text = sql.trim();
  tokenForm.lastIndex = 0;
  while (tokenForm.lastIndex < text.length) {
    const found = tokenForm.exec(text);
    if (found === null) throw davFailure(400);
    const [, name, quoted, number, word, symbol] = found;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'symbol', text: symbol! });
  }
  return tokens;
}

/** Reads a query; what is not understood is a bad request. */
export const parseSql = (sql: string): DavQuery => new SqlParser(tokenize(sql)).query();

class SqlParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** SELECT columns FROM scope [WHERE condition] [ORDER BY names] */
  query(): DavQuery {
    this.#expect('SELECT');
    const columns = this.#accept('*') ? [] : this.#list(() => this.#column());
    const from = this.#accept('FROM') ? this.#from() : { scope: undefined, isDeep: false };
    const where = this.#accept('WHERE') ? this.#or() : undefined;
    const order = this.#accept('ORDER') ? this.#orderBy() : [];
    if (this.#at < this.#tokens.length) throw davFailure(400);
    return { columns, ...from, where, order };
  }

  /** name [AS alias] */
  #column(): DavQuery['columns'][number] {
    const name = this.#name();
    return { name, alias: this.#accept('AS') ? this.#next().text : undefined };
  }

  /** [SCOPE] ( 'DEEP | SHALLOW TRAVERSAL OF "url"' ) | "url" */
  #from(): Pick<DavQuery, 'scope' | 'isDeep'> {
    const isCalled = this.#accept('SCOPE');
    const hasParenthesis = this.#accept('(');
    if (isCalled && !hasParenthesis) throw davFailure(400);
    const from = this.#scope(this.#next());
    if (hasParenthesis) this.#expect(')');
    return from;
  }

  #scope({ kind, text }: Token): Pick<DavQuery, 'scope' | 'isDeep'> {
    const found = /^\s*(deep|shallow|hierarchical)\s+traversal\s+of\s+"?([^"]*)"?\s*$/i.exec(text);
    if (found === null) return kind === 'name' ? { scope: text, isDeep: false } : fail();
    const scope = found[2]!.trim();
    return { scope: scope === '' ? undefined : scope, isDeep: found[1]!.toLowerCase() !== 'shallow' };
  }

  #orderBy(): DavQuery['order'] {
    this.#expect('BY');
    return this.#list(() => {
      const name = this.#name();
      const descending = this.#accept('DESC');
      if (!descending) this.#accept('ASC');
      return { name, descending };
    });
  }

  #or(): Condition {
    const parts = [this.#and()];
    while (this.#accept('OR')) parts.push(this.#and());
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
  }

  #and(): Condition {
    const parts = [this.#not()];
    while (this.#accept('AND')) parts.push(this.#not());
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  #not(): Condition {
    if (++this.#depth > maxDepth) throw davFailure(400);
    const condition: Condition = this.#accept('NOT') ? { kind: 'not', part: this.#not() } : this.#primary();
    this.#depth--;
    return condition;
  }

  /** ( condition ) | name IS [NOT] NULL | name operator value */
  #primary(): Condition {
    if (this.#accept('(')) {
      const condition = this.#or();
      this.#expect(')');
      return condition;
    }
    const name = this.#name();
    if (this.#accept('IS')) return this.#isNull(name);
    const operator = this.#accept('LIKE') ? 'LIKE' : this.#next().text;
    if (!['=', '<>', '!=', '<', '<=', '>', '>=', 'LIKE'].includes(operator)) throw davFailure(400);
    return { kind: 'compare', name, operator: operator === '!=' ? '<>' : operator, value: this.#value() };
  }

  #isNull(name: DavName): Condition {
    const isNot = this.#accept('NOT');
    this.#expect('NULL');
    return isNot ? { kind: 'not', part: { kind: 'null', name } } : { kind: 'null', name };
  }

  /** A literal, or CAST ( literal AS 'type' ), whose type follows from the property. */
  #value(): Literal {
    if (this.#accept('CAST')) {
      this.#expect('(');
      const value = this.#value();
      this.#expect('AS');
      this.#next();
      this.#expect(')');
      return value;
    }
    const { kind, text } = this.#next();
    if (kind === 'number') return Number(text);
    if (kind === 'word' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    return kind === 'text' || kind === 'name' ? text : fail();
  }

  /** A column; quotes may be left out where it is one word. */
  #name(): DavName {
    const { kind, text } = this.#next();
    if (kind === 'name') return parseFullName(text);
    return kind === 'word' ? { namespace: 'DAV:', name: text } : fail();
  }

  #list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.#accept(',')) items.push(item());
    return items;
  }

  #accept(expected: string): boolean {
    const token = this.#tokens[this.#at];
    const is =
      token !== undefined && token.kind !== 'text' && token.kind !== 'name' && token.text.toUpperCase() === expected;
    if (is) this.#at++;
    return is;
  }

  #expect(expected: string): void {
    if (!this.#accept(expected)) throw davFailure(400);
  }

  #next(): Token {
    return this.#tokens[this.#at++] ?? fail();
  }
}

function fail(): never {
  throw davFailure(400);
}

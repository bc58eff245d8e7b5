import { text } from 'node:stream/consumers';
import { parse } from '../src/syntax/parser/parse.ts';
import { compactToken, compactTree } from './compact-tree.ts';

// Standard input: a JSON array of { name, script, tokens? }; standard output: { name, errors, tokens?, ast } of each.

interface Case {
  readonly name: string;
  readonly script: string;
  readonly tokens?: boolean;
}

const cases = JSON.parse(await text(process.stdin)) as Case[];
const dumps = cases.map(({ name, script, tokens = false }) => {
  const result = parse(script, { tokens });
  const errors = result.errors.map(({ incomplete, ...error }) => (incomplete ? { ...error, incomplete } : error));
  const dumped = { name, errors, ast: compactTree(result.ast) };
  return tokens ? { ...dumped, tokens: result.tokens.map(compactToken) } : dumped;
});
process.stdout.write(JSON.stringify(dumps));

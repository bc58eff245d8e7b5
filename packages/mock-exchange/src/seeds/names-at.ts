import { z } from 'zod';

/** A node of a JSON schema, as far as names are looked for in it. */
interface Node {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
}

/** The names that a schema knows at a place; of a place with several forms, those of all. */
export function namesAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const root = z.toJSONSchema(schema, { io: 'input' }) as Node;
  const nodes = path.reduce<readonly Node[]>(
    (reached, key) => reached.flatMap((node) => formsOf(node, root)).flatMap((node) => below(node, key)),
    [root],
  );
  const forms = nodes.flatMap((node) => formsOf(node, root));
  return [...new Set(forms.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

function formsOf(node: Node, root: Node): readonly Node[] {
  if (node.$ref !== undefined) {
    const name = node.$ref.replace(/^#\/\$defs\//, '');
    return node.$ref === '#' ? [root] : formsOf(root.$defs?.[name] ?? {}, root);
  }
  const forms = node.anyOf ?? node.oneOf;
  return forms === undefined ? [node] : forms.flatMap((form) => formsOf(form, root));
}

function below({ items, properties, additionalProperties }: Node, key: PropertyKey): readonly Node[] {
  const found = typeof key === 'number' ? items : (properties?.[String(key)] ?? additionalProperties);
  return typeof found === 'object' ? [found] : [];
}

import type { FormatNode } from '../../format/format-node.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import type { HelpModel, HelpParameterModel } from './help-model.ts';
import { fullParameter, helpNodes, type HelpView } from './help-nodes.ts';

/** An object that knows how it is shown. */
abstract class ShownObject extends CustomObject {
  abstract shownNodes(): readonly FormatNode[];
}

const plain = (notes: Readonly<Record<string, unknown>>): CustomObject => fill(new CustomObject(), notes);

function fill<T extends CustomObject>(object: T, notes: Readonly<Record<string, unknown>>): T {
  for (const [name, value] of Object.entries(notes)) object.setNote(name, value);
  return object;
}

const paragraphs = (text: string): readonly CustomObject[] =>
  text === '' ? [] : [fill(new CustomObject(['MamlParaTextItem']), { Text: text })];

/** A command's help as scripts take it apart. */
export class HelpObject extends ShownObject {
  readonly #model: HelpModel;
  readonly #view: HelpView;

  constructor(model: HelpModel, view: HelpView) {
    super(['MamlCommandHelpInfo', 'HelpInfo']);
    this.#model = model;
    this.#view = view;
    fill(this, notesOf(model));
  }

  shownNodes(): readonly FormatNode[] {
    return helpNodes(this.#model, this.#view);
  }
}

const one = (items: readonly unknown[]): unknown => (items.length === 1 ? items[0] : [...items]);

function notesOf(model: HelpModel): Readonly<Record<string, unknown>> {
  const { name, category, module, synopsis, sections } = model;
  return {
    Name: name,
    Category: category,
    Synopsis: synopsis,
    Component: sections['COMPONENT']?.trim() ?? null,
    Role: sections['ROLE']?.trim() ?? null,
    Functionality: sections['FUNCTIONALITY']?.trim() ?? null,
    ModuleName: module,
    details: plain({ name, description: paragraphs(synopsis) }),
    Syntax: plain({ syntaxItem: model.syntaxLines.map((text) => plain({ name, text })) }),
    description: paragraphs(model.description),
    parameters: plain({ parameter: one(model.parameters.map((parameter) => new HelpParameter(parameter))) }),
    examples: plain({ example: one(model.examples.map(exampleObject)) }),
    inputTypes: plain({ inputType: one(model.inputs.map((text) => plain({ type: plain({ name: text }) }))) }),
    returnValues: plain({ returnValue: one(model.outputs.map((text) => plain({ type: plain({ name: text }) }))) }),
    alertSet: model.notes === '' ? null : plain({ alert: paragraphs(model.notes) }),
    relatedLinks: plain({ navigationLink: one(model.links.map(({ text, uri }) => plain({ linkText: text, uri }))) }),
  };
}

const exampleObject = ({ title, introduction, code, remarks }: HelpModel['examples'][number]): CustomObject =>
  plain({ title, introduction: paragraphs(introduction), code, remarks: paragraphs(remarks) });

/** One parameter of a command's help. */
export class HelpParameter extends ShownObject {
  readonly #model: HelpParameterModel;

  constructor(model: HelpParameterModel) {
    super(['MamlCommandHelpInfo#parameter']);
    this.#model = model;
    const { name, typeName, description, defaultValue, required, position, pipelineInput, globbing } = model;
    fill(this, {
      description: paragraphs(description),
      defaultValue,
      parameterValue: typeName,
      name,
      required,
      globbing,
      pipelineInput,
      position,
    });
  }

  shownNodes(): readonly FormatNode[] {
    return fullParameter(this.#model);
  }
}

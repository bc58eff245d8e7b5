import type { FormatNode } from '../../format/format-node.ts';
import { Boxed } from '../../runtime/values/boxed.ts';
import { CustomObject, extend } from '../../runtime/values/ps-object.ts';
import type { HelpExample, HelpModel, HelpParameterModel, HelpSyntax } from './help-model.ts';
import { exampleNodes, fullParameter, helpNodes, type HelpView, syntaxNodes } from './help-nodes.ts';

/** An object that knows how it is shown. */
abstract class ShownObject extends CustomObject {
  abstract shownNodes(): readonly FormatNode[];
}

const plain = (notes: Readonly<Record<string, unknown>>): CustomObject => fill(new CustomObject(), notes);

function fill<T extends CustomObject>(object: T, notes: Readonly<Record<string, unknown>>): T {
  for (const [name, value] of Object.entries(notes)) object.setNote(name, value);
  return object;
}

const paragraph = (text: string): CustomObject => fill(new CustomObject(['MamlParaTextItem']), { Text: text });

const paragraphs = (text: string): readonly CustomObject[] => (text === '' ? [] : [paragraph(text)]);

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
    Syntax: new HelpSyntaxObject(model.syntax),
    description: paragraphs(model.description),
    parameters: plain({ parameter: one(model.parameters.map((parameter) => new HelpParameter(parameter))) }),
    examples: plain({ example: one(model.examples.map((example) => new HelpExampleObject(example))) }),
    inputTypes: plain({ inputType: one(model.inputs.map((text) => plain({ type: plain({ name: text }) }))) }),
    returnValues: plain({ returnValue: one(model.outputs.map((text) => plain({ type: plain({ name: text }) }))) }),
    alertSet: model.notes === '' ? null : plain({ alert: paragraphs(model.notes) }),
    relatedLinks: plain({ navigationLink: one(model.links.map(({ text, uri }) => plain({ linkText: text, uri }))) }),
  };
}

/** Help keeps four empty paragraphs behind an example, for a distance from the next. */
const distance = ['', '', '', ''];

class HelpExampleObject extends ShownObject {
  readonly #model: HelpExample;

  constructor(model: HelpExample) {
    super(['MamlCommandHelpInfo#example']);
    this.#model = model;
    const { title, introduction, code, remarks } = model;
    fill(this, {
      title,
      introduction: paragraphs(introduction),
      code,
      remarks: [remarks, ...distance].map((text) => paragraph(text)),
    });
  }

  shownNodes(): readonly FormatNode[] {
    return exampleNodes(this.#model);
  }
}

/** All ways of calling a command. */
class HelpSyntaxObject extends ShownObject {
  readonly #items: readonly HelpSyntax[];

  constructor(items: readonly HelpSyntax[]) {
    super(['MamlCommandHelpInfo#syntax']);
    this.#items = items;
    const syntaxItem = items.map(({ name, parameters }) =>
      plain({ name, parameter: one(parameters.map((parameter) => fill(new CustomObject(), syntaxNotes(parameter)))) }),
    );
    fill(this, { syntaxItem: one(syntaxItem) });
  }

  shownNodes(): readonly FormatNode[] {
    return syntaxNodes(this.#items);
  }
}

function syntaxNotes(parameter: HelpParameterModel): Readonly<Record<string, unknown>> {
  const { name, required, globbing, pipelineInput, position } = parameter;
  const value = parameter.isSwitch ? {} : valueNotes(parameter);
  return { ...value, name, required, globbing, pipelineInput, position };
}

/** The type of a parameter's value, or the values that it takes. */
function valueNotes({ typeName, values, isSwitch }: HelpParameterModel): Readonly<Record<string, unknown>> {
  const value = (text: string, required: string): unknown => {
    const made = new Boxed(text);
    extend(made).set({ kind: 'note', name: 'required', value: required });
    return made;
  };
  if (values.length === 0) return { parameterValue: value(typeName, String(!isSwitch)) };
  return { parameterValueGroup: plain({ parameterValue: values.map((each) => value(each, 'false')) }) };
}

/** One parameter of a command's help. */
export class HelpParameter extends ShownObject {
  readonly #model: HelpParameterModel;

  constructor(model: HelpParameterModel) {
    super(['MamlCommandHelpInfo#parameter']);
    this.#model = model;
    const { name, typeName, description, defaultValue, required, position, pipelineInput, globbing } = model;
    fill(this, {
      description: paragraphs(description),
      type: plain({ name: typeName }),
      defaultValue,
      ...valueNotes(model),
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

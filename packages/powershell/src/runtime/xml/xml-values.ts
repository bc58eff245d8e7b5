import { defineForeign, type ForeignTraits } from '../values/foreign-value.ts';
import { toText } from '../values/to-text.ts';
import { domLibrary, nodeTypes, type XmlNode } from './xml-library.ts';
import { setXmlMember, xmlMember, xmlMemberNames } from './xml-members.ts';

const typeNames: Readonly<Record<number, string>> = {
  [nodeTypes.element]: 'XmlElement',
  [nodeTypes.attribute]: 'XmlAttribute',
  [nodeTypes.text]: 'XmlText',
  [nodeTypes.cdata]: 'XmlCDataSection',
  [nodeTypes.instruction]: 'XmlProcessingInstruction',
  [nodeTypes.comment]: 'XmlComment',
  [nodeTypes.document]: 'XmlDocument',
  [nodeTypes.doctype]: 'XmlDocumentType',
};

function traitsOf(typeName: string, adapts: boolean): ForeignTraits<XmlNode> {
  const traits: ForeignTraits<XmlNode> = { typeName: `System.Xml.${typeName}`, text: nodeText };
  if (!adapts) return traits;
  return {
    ...traits,
    member: xmlMember,
    memberNames: xmlMemberNames,
    setMember: (node, name, value) => setXmlMember(node, name, toText(value)),
  };
}

/** An element as text is its name's type; what holds text shows that. */
function nodeText(node: XmlNode): string {
  if (node.nodeType === nodeTypes.element) return node.nodeName;
  if (node.nodeType === nodeTypes.document) return 'System.Xml.XmlDocument';
  return node.nodeType === nodeTypes.attribute ? (node.nodeValue ?? '') : nodeTypeName(node);
}

const nodeTypeName = (node: XmlNode): string => `System.Xml.${typeNames[node.nodeType]!}`;

let defined = false;

/** Makes the nodes of documents values of the language; before the first document is made. */
export function defineXmlValues(): void {
  if (defined) return;
  defined = true;
  const { Attr, CDATASection, Comment, Document, DocumentType, Element, ProcessingInstruction, Text } = domLibrary();
  defineForeign(Element, traitsOf('XmlElement', true));
  defineForeign(Document, traitsOf('XmlDocument', true));
  defineForeign(Attr, traitsOf('XmlAttribute', false));
  defineForeign(Text, traitsOf('XmlText', false));
  defineForeign(CDATASection, traitsOf('XmlCDataSection', false));
  defineForeign(Comment, traitsOf('XmlComment', false));
  defineForeign(ProcessingInstruction, traitsOf('XmlProcessingInstruction', false));
  defineForeign(DocumentType, traitsOf('XmlDocumentType', false));
}

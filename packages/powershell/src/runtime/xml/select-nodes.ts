import { netError } from '../errors/script-error.ts';
import { xpathLibrary, type XmlNode } from './xml-library.ts';

/** Namespaces by prefix. */
export type Namespaces = Readonly<Record<string, string>>;

/** The nodes that an XPath expression finds from a node on. */
export function selectNodes(node: XmlNode, expression: string, namespaces: Namespaces = {}): XmlNode[] {
  const { useNamespaces } = xpathLibrary();
  try {
    const found = useNamespaces({ ...namespaces })(expression, node);
    return Array.isArray(found) ? (found as XmlNode[]) : [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw netError('System.Xml.XPath.XPathException', `'${expression}' has an invalid token. ${reason}`);
  }
}

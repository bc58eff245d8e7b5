import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

const document = `$d = [xml]'<root v="1"><item id="a">x</item><item id="b">y<!-- c --></item><one/></root>'; `;
const gives = (scripts: Readonly<Record<string, string>>) =>
  checkScripts(Object.entries(scripts).map(([script, output]) => ({ script: document + script, output })));

describe('reading', () => {
  gives({
    '$d.root.v': '1',
    '$d.root.item.Count': '2',
    '$d.root.item[1].id': 'b',
    "$d.root.item[0].'#text'": 'x',
    '$d.DocumentElement.Name': 'root',
    '$d.root.ChildNodes.Count': '3',
    '$d.root.one -eq $null': 'False',
    '$d.SelectSingleNode("//item[@id=\'b\']").InnerText': 'y',
    "$d.SelectNodes('//item').Count": '2',
    "$d.GetElementsByTagName('item').Count": '2',
    '$d.root.item | ForEach-Object { $_.GetAttribute("id") }': 'a\nb',
    '$d.root.OuterXml': '<root v="1"><item id="a">x</item><item id="b">y<!-- c --></item><one /></root>',
    '$d.root.item[1].InnerXml': 'y<!-- c -->',
    '$d.root.HasAttribute("v")': 'True',
    '$d.nope': '',
  });
});

describe('changing', () => {
  gives({
    "try { $d.root.nope = '1' } catch { $_.Exception.Message }":
      'Exception setting "nope": "The property \'nope\' cannot be found on this object. Verify that the property exists and can be set."',
    "$a = $d.CreateAttribute('z'); $a.Value = '9'; [void]$d.root.Attributes.Append($a); $d.root.z": '9',
    '$m = New-Object System.Xml.XmlNamespaceManager $d.NameTable; $m.GetType().Name': 'XmlNamespaceManager',
    '$x = [xml]::new(); $x.PreserveWhitespace = $true; $x.LoadXml("<a>`n<b /></a>"); $x.OuterXml; $x.LoadXml(\'<a> <b /> </a>\'); $x.OuterXml':
      '<a>\n<b /></a>\n<a> <b /> </a>',
    "$w = [System.IO.StringWriter]::new(); ([xml]'<a><b/></a>').Save($w); $w.ToString()":
      '<?xml version="1.0" encoding="utf-16"?>\n<a>\n  <b />\n</a>',
    "$d.root.v = '2'; $d.root.v": '2',
    "$d.root.SetAttribute('w', 'z'); $d.root.w": 'z',
    "$e = $d.CreateElement('new'); $e.InnerText = '<&>'; [void]$d.root.AppendChild($e); $d.root.new": '<&>',
    '[void]$d.root.RemoveChild($d.root.item[0]); $d.root.item.id': 'b',
    "$d.root.item[0].InnerXml = '<b/>'; $d.root.item[0].OuterXml": '<item id="a"><b /></item>',
    '$c = $d.root.item[0].CloneNode($true); $c.id': 'a',
    '$w = [System.IO.StringWriter]::new(); $d.Save($w); $w.ToString().Contains(\'<item id="a">x</item>\')': 'True',
  });
});

describe('namespaces', () => {
  const spaces = `$d = [xml]'<a xmlns:p="urn:p"><p:b>1</p:b></a>'; `;
  checkScripts([
    { script: `${spaces}$d.a.b`, output: '1' },
    {
      script: `${spaces}$d.a.ChildNodes[0].LocalName; $d.a.ChildNodes[0].Prefix; $d.a.ChildNodes[0].NamespaceURI`,
      output: 'b\np\nurn:p',
    },
    {
      script: `${spaces}$m = [System.Xml.XmlNamespaceManager]::new($d.NameTable); $m.AddNamespace('q', 'urn:p'); $d.SelectSingleNode('//q:b', $m).InnerText`,
      output: '1',
    },
    { script: "$d = [xml]''; $d.GetType().Name; $null -eq $d.DocumentElement", output: 'XmlDocument\nTrue' },
  ]);
});

describe('what is not well-formed', () => {
  checkScripts([
    { script: "[xml]'<a><b></a>'", errorId: 'InvalidCastToXmlDocument' },
    { script: "[xml]'no xml'", errorId: 'InvalidCastToXmlDocument' },
    {
      script: "try { [xml]'<a><b></a>' } catch { $_.Exception.InnerException.Message }",
      output: `Cannot convert value "<a><b></a>" to type "System.Xml.XmlDocument". Error: "The 'b' start tag on line 1 position 5 does not match the end tag of 'a'. Line 1, position 9."`,
    },
  ]);
});

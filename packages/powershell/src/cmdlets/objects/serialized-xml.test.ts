import { expect, test } from 'vitest';
import { compactXml, indentedXml, type XmlItem } from './serialized-xml.ts';

const property = (name: string, content: XmlItem['content']): XmlItem => ({
  tag: 'Property',
  attributes: { Name: name },
  content,
});

const item: XmlItem = {
  tag: 'Object',
  attributes: { Type: 'A<B>' },
  content: [property('a', '1 < 2 & "3"'), property('b', undefined), property('c', [property('d', '')])],
};

test('stands on one line', () => {
  expect(compactXml(item)).toBe(
    '<Object Type="A&lt;B&gt;"><Property Name="a">1 &lt; 2 &amp; "3"</Property><Property Name="b" /><Property Name="c"><Property Name="d" /></Property></Object>',
  );
});

test('is indented by what stands around it', () => {
  expect(indentedXml(item).split('\n')).toEqual([
    '<Object Type="A&lt;B&gt;">',
    '  <Property Name="a">1 &lt; 2 &amp; "3"</Property>',
    '  <Property Name="b" />',
    '  <Property Name="c">',
    '    <Property Name="d" />',
    '  </Property>',
    '</Object>',
  ]);
});

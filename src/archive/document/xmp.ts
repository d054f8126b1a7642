/** The packet of metadata in the file (ISO 16684-1): who, what and when, and which standards the file keeps to. */
import type { DocumentFacts } from '../facts.ts';

/** Level A of PDF/A-3: on top of level B the text can be read out and the document is structured. */
export const archiveStandard = { part: 3, conformance: 'A' } as const;
export const accessibilityPart = 1;

export interface XmpFacts extends Omit<DocumentFacts, 'attachments' | 'labels'> {
  /** What made the pages, before the producer finished them. */
  readonly creatorTool: string;
}

export function xmpPacket(facts: XmpFacts): string {
  const date = `${facts.issued}T00:00:00Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title>${inLanguage(facts.title, facts.language)}</dc:title>
<dc:description>${inLanguage(facts.subject, facts.language)}</dc:description>
<dc:creator>${list('Seq', [facts.author])}</dc:creator>
<dc:publisher>${list('Bag', [facts.author])}</dc:publisher>
<dc:subject>${list('Bag', facts.keywords)}</dc:subject>
<dc:language>${list('Bag', [facts.language])}</dc:language>
<xmp:CreatorTool>${escaped(facts.creatorTool)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<pdf:Producer>${escaped(facts.producer)}</pdf:Producer>
<pdf:Keywords>${escaped(facts.keywords.join(', '))}</pdf:Keywords>
<pdfaid:part>${archiveStandard.part}</pdfaid:part>
<pdfaid:conformance>${archiveStandard.conformance}</pdfaid:conformance>
<pdfuaid:part>${accessibilityPart}</pdfuaid:part>
</rdf:Description>
${extensionSchema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
`;
}

/** PDF/A knows nothing of PDF/UA: a property of another schema is described where it is used (ISO 19005-3, 6.6.2.3.3). */
const extensionSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

function inLanguage(text: string, language: string): string {
  const words = escaped(text);
  return `<rdf:Alt><rdf:li xml:lang="x-default">${words}</rdf:li><rdf:li xml:lang="${escaped(language)}">${words}</rdf:li></rdf:Alt>`;
}

function list(kind: 'Seq' | 'Bag', texts: readonly string[]): string {
  return `<rdf:${kind}>${texts.map((text) => `<rdf:li>${escaped(text)}</rdf:li>`).join('')}</rdf:${kind}>`;
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML cannot hold at all are left out. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return allowed.replace(/[&<>"]/g, (character) => references[character] ?? character);
}

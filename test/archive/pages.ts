/** Pages that are hard to make accessible and archivable: all that a template or an author's prose can bring, and more. */
import type { DocumentFacts } from '../../src/archive/facts.ts';
import type { PrintJob } from '../../src/publish/printer.types.ts';
import { job } from '../publish/pages.ts';

export const facts: DocumentFacts = {
  title: 'Prøve på <æ>, ø & å',
  language: 'da',
  subject: 'Hvad indsatsen koster, og hvad den koster pr. gennemført forløb',
  keywords: ['omkostninger', 'indsats & støtte'],
  author: 'Styrelsen for Prøver',
  producer: 'omkost 0.0.1',
  issued: '2026-11-22',
  attachments: [
    attachment('note.yaml', 'application/yaml', 'Source', 'title: Prøve på æ, ø og å\n'),
    attachment('bilag-æøå.json', 'application/json', 'Data', '{"total": 76000}\n'),
  ],
  labels: {
    linkTo: 'Link til {target}',
    linkToNote: 'Link til note {number}',
    linkBack: 'Tilbage til teksten ved note {number}',
  },
};

function attachment(
  name: string,
  mime: string,
  relationship: DocumentFacts['attachments'][number]['relationship'],
  text: string,
): DocumentFacts['attachments'][number] {
  return { name, mime, relationship, description: `Filen ${name}`, bytes: new TextEncoder().encode(text) };
}

const footer = `<style>@page { @bottom-left { content: "Løbende titel" } @bottom-right { content: counter(page) " af " counter(pages) }
@top-left { content: "Øverst"; border-bottom: 1pt solid #888 } }</style>`;

const paragraph = `<p>${'Omkostningen er opgjort pr. gennemført forløb og er afrundet. '.repeat(12)}</p>`;

/** Links to every heading, as a note has them. */
const contents = `<nav><h2 id="indhold" style="break-before: auto">Indhold</h2><ol style="list-style: none">
<li><a href="#en"><span>1 </span><span>Om indsatsen</span> <span style="display: inline-block">2</span></a></li>
<li><a href="#to"><span>2 </span><span>Tabeller og figurer</span> <span style="display: inline-block">4</span></a></li></ol></nav>`;

const links = `<p>Se <a href="#tabel">tabellen</a>, <a href="https://example.invalid/a?b=1&amp;c=%20d">en meget lang adresse som
brydes over flere linjer, fordi den ikke kan stå på en enkelt linje uanset hvor bred siden end måtte være</a>
og <a href="mailto:nogen@example.invalid">skriv</a>.</p>`;

const lists = `<ul><li>Et<ol><li>To <strong>fed</strong> og <em>skrå</em></li><li><p>Med afsnit</p><p>og ét mere</p><ul><li>Tre</li></ul></li></ol></li>
<li></li><li><a href="#en">Kun et link</a></li></ul><ol start="4"><li>Fire</li></ol><ul style="list-style: none"><li>Uden mærke</li></ul>`;

const rows = Array.from({ length: 90 }, (_, index) => {
  const cells = index % 7 === 3 ? '<td></td><td>3</td>' : `<td>${index}</td><td>${index * 2}</td>`;
  return `<tr><th scope="row">Række ${index}</th>${cells}</tr>`;
});
const longTable = `<table id="tabel" style="border-collapse: collapse"><caption>Tabel 1 <b>En lang tabel</b></caption>
<thead style="background: #eee"><tr><th></th><th scope="col">År 1</th><th scope="col">År 2</th></tr></thead>
<tbody style="border: 1pt solid">${rows.join('')}</tbody></table>`;

const groups = `<table><caption>Tabel 2 Grupper</caption><thead><tr><th scope="col">Navn</th><th scope="col">Kr.</th></tr></thead>
<tbody><tr><th scope="rowgroup" colspan="2">Drift</th></tr><tr><th scope="row">Løn</th><td>1</td></tr><tr><th scope="row">Andet</th><td></td></tr>
<tr><th scope="row"></th><td>2</td></tr></tbody></table>`;

const chart = `<figure role="group"><figcaption>Figur 1 Søjler</figcaption><svg role="img" aria-label="To søjler: 1 og 2." viewBox="0 0 100 40" width="400">
<rect x="5" y="20" width="20" height="20" fill="#0a4"/><rect x="40" y="0" width="20" height="40" fill="#a04"/>
<line x1="0" y1="40" x2="100" y2="40" stroke="#000"/><text x="5" y="18" font-size="5">1 kr.</text><text x="40" y="10" font-size="5">2 kr.</text></svg></figure>`;

const odd = `<blockquote><p>Citat</p></blockquote><aside><p>Til side</p></aside><hr><pre><code>kode og ikke</code></pre>
<p>H<sub>2</sub>O og m<sup>2</sup>, <code>kode</code>, <q>citat</q>, <del>slettet</del> <mark>mærket</mark> <abbr title="kroner">kr.</abbr></p>
<dl><dt>Ord</dt><dd>Forklaring</dd></dl><p lang="en">In English</p><address>Vej 1<br>By</address>
<div style="background: linear-gradient(red, blue); box-shadow: 2pt 2pt 4pt #888; border-radius: 4pt; padding: 4pt">Boks</div>
<details open><summary>Mere</summary><p>Skjult</p></details><p style="transform: rotate(3deg)">Skævt</p>`;

/** A page with all of it, over many sheets. */
export const hostilePage: PrintJob = job(
  `<h1>Prøve på en meget lang titel, der brydes over to linjer, fordi den er så lang</h1>${contents}
<h2 id="en">Om indsatsen</h2>${paragraph}${links}<h3>Lister</h3>${lists}
<h2 id="to">Tabeller og figurer</h2>${longTable}${groups}${chart}<h3>Andet</h3>${odd}`,
  { head: footer },
);

export const plainPage: PrintJob = job('<h1>Kort</h1><p>Ét afsnit.</p>');

import { writeFileSync, mkdirSync } from 'node:fs';
import { test } from 'vitest';
import { finishPdf } from '../../src/archive/finish-pdf.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { job } from '../publish/pages.ts';
import { md5 } from './digest.ts';
import { facts, hostilePage, plainPage } from './pages.ts';
const px = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const pages = { hostile: hostilePage, plain: plainPage,
 opacity: job('<h1>A</h1><p style="opacity:.5">Halv <a href="https://example.invalid">link</a></p><figure role="group"><figcaption>F</figcaption><svg role="img" aria-label="x" width="100" height="50"><g opacity=".4"><rect width="50" height="20"/><text y="20">tekst</text></g></svg></figure>'),
 images: job(`<h1>A</h1><p>før <img src="${px}" alt="en prik" width="20"> efter <img src="${px}" alt="" width="20"></p><figure><img src="${px}" alt="to" width="30"><figcaption>Figur</figcaption></figure><div style="background-image:url(${px})">bag</div>`),
 spans: job('<h1>A</h1><table><caption>T</caption><thead><tr><th rowspan="2" scope="col">a</th><th colspan="2" scope="colgroup">b</th></tr><tr><th scope="col">c</th><th scope="col">d</th></tr></thead><tbody><tr><th scope="row" rowspan="2">r</th><td>1</td><td>2</td></tr><tr><td>3</td><td></td></tr></tbody><tfoot><tr><th scope="row">sum</th><td>4</td><td></td></tr></tfoot></table>'),
 clip: job('<h1>A</h1><div style="overflow:hidden;height:30px"><p>Et</p><p>To</p><p>Tre</p></div><div style="clip-path:circle(40%)"><p>cirkel</p></div><div style="filter:blur(1px)">sløret</div><p style="columns:2">En to tre fire fem seks syv otte ni ti</p><div style="position:absolute;top:400px">abs</div><p style="visibility:hidden">skjult</p><p aria-hidden="true">uhørt</p>'),
 before: job('<style>h2::before{content:"§ "} p::after{content:" ∎"} li::marker{content:"– "}</style><h1>A</h1><h2>Et</h2><p>tekst</p><ul><li>punkt</li><li>andet<br>linje</li></ul><ol type="a"><li>a</li></ol><ol type="i"><li><strong>fed</strong> først</li></ol>'),
 empty: job('<h1></h1><p></p>'),
 nothing: job(''),
 details: job('<h1>A</h1><section><h2>B</h2><form><label>Navn <input value="x"></label><button>OK</button><select><option>1</option></select></form></section><math><mi>x</mi><mo>=</mo><mn>2</mn></math><ruby>漢<rt>kan</rt></ruby><iframe srcdoc="x"></iframe>'),
 pagebreaks: job('<h1>A</h1><ol>' + Array.from({length:60},(_,i)=>`<li>punkt ${i} <br>linje to</li>`).join('') + '</ol><p>' + 'Langt afsnit med <a href="https://example.invalid/">link over linjer og sider</a> igen. '.repeat(150)+'</p>'),
};
test('x', async () => { mkdirSync('/tmp/archive/hostile',{recursive:true});mkdirSync('/tmp/archive/raw',{recursive:true});
 await withPrinter({}, async (p) => { for (const [n,j] of Object.entries(pages)){ try { const {pdf}=await p.print(j); writeFileSync(`/tmp/archive/raw/${n}.pdf`,pdf); writeFileSync(`/tmp/archive/hostile/${n}.pdf`, finishPdf(pdf,facts,md5)); } catch(e) { console.log(n, String(e), e instanceof Error ? e.stack?.split('\n').slice(1,3).join(' '):''); } } });
});

import { writeFileSync, mkdirSync } from 'node:fs';
import { test } from 'vitest';
import { finishPdf } from '../../src/archive/finish-pdf.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { md5 } from './digest.ts';
import { facts, hostilePage, plainPage } from './pages.ts';
test('x', async () => { mkdirSync('/tmp/archive/hostile',{recursive:true});mkdirSync('/tmp/archive/raw',{recursive:true});
 await withPrinter({}, async (p) => { for (const [n,j] of [['hostile',hostilePage],['plain',plainPage]] as const){ const {pdf}=await p.print(j); writeFileSync(`/tmp/archive/raw/${n}.pdf`,pdf); writeFileSync(`/tmp/archive/hostile/${n}.pdf`, finishPdf(pdf,facts,md5)); } });
});

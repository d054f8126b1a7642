/** Says what the colours of the file mean (ISO 19005-3, 6.2.3): Chromium writes plain RGB, and takes it to be sRGB. */
import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { PdfFile } from '../pdf-file.ts';
import { makeSrgbProfile, sRgbName } from './srgb-profile.ts';

export function addOutputIntent({ context, catalog }: PdfFile): void {
  const profile = context.stream(zlibSync(makeSrgbProfile()), { N: 3, Filter: 'FlateDecode' });
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of(sRgbName),
    Info: PDFHexString.fromText(sRgbName),
    DestOutputProfile: context.register(profile),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}

/** What a theme file may say: the look of an organisation's notes and the block that names the publisher. */
import { z } from 'zod';

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'a colour is written “#rrggbb”')
  .meta({ title: 'a colour, “#rrggbb”', description: 'a colour, “#rrggbb”', examples: ['#0d4a57'] });

const relativeFile = z
  .string()
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[\w./ -]+$/, 'a file is named by its path below the folder, without “..”')
  .meta({ description: 'a path below the theme’s folder or, with `package`, below that package' });

/** Font families end up in CSS, so they are words and nothing else. */
const familyName = z.string().regex(/^[\p{L}\p{N} -]+$/u, 'a font family is named by words');

export const faceSchema = z.strictObject({
  weight: z
    .enum(['200', '300', '400', '500', '600', '700', '800', '900'])
    .meta({ description: 'how heavy it is; a note uses 300, 400 and 600', examples: ['400'] }),
  style: z.enum(['normal', 'italic']).default('normal').meta({ description: 'upright, or slanted' }),
  package: z
    .string()
    .regex(/^(?:@[\w.-]+\/)?[\w.-]+$/)
    .optional()
    .meta({
      examples: ['source-sans'],
      description: 'the npm package that has the file; left out, the file lies beside the theme',
    }),
  file: relativeFile.meta({
    description: 'the font file (WOFF2): a path below the theme’s folder or, with `package`, below that package',
  }),
});

export const colourSchema = z.strictObject({
  text: colour.meta({ description: 'running text' }),
  faint: colour.meta({ description: 'notes, sources and footers' }),
  background: colour.meta({ description: 'the paper' }),
  primary: colour.meta({ description: 'headings, links and key figures' }),
  accent: colour.meta({ description: 'the one stroke of another colour' }),
  rule: colour.meta({ description: 'thin rules' }),
  panel: colour.meta({ description: 'the ground of boxes' }),
  coverBackground: colour.meta({ description: 'the cover’s ground, or its band; the head of the web page' }),
  coverText: colour.meta({ description: 'text on it' }),
  coverShades: z.array(colour).length(3).meta({ description: 'three shades of the drawing on the cover' }),
  series: z.array(colour).min(4).meta({ description: 'fills of a chart’s series, in order' }),
});

/** The same colours where the reader's screen is dark; paper has none of them. */
export const darkColourSchema = z.strictObject({
  text: colour.meta({ description: 'running text' }),
  faint: colour.meta({ description: 'notes, sources and labels' }),
  background: colour.meta({ description: 'the ground of the page' }),
  primary: colour.meta({ description: 'headings, links and key figures' }),
  accent: colour.meta({ description: 'the one stroke of another colour' }),
  rule: colour.meta({ description: 'thin rules' }),
  panel: colour.meta({ description: 'the ground of panels' }),
  series: z.array(colour).min(4).meta({ description: 'fills of a chart’s series, in order' }),
});

export const publisherSchema = z.strictObject({
  name: z.string().min(1).meta({ description: 'name of the publisher' }),
  addressLines: z.array(z.string()).default([]).meta({ description: 'address, a line each' }),
  phone: z.string().optional().meta({ description: 'telephone number, as it is printed' }),
  email: z.string().optional().meta({ description: 'e-mail address' }),
  web: z.string().optional().meta({ description: 'web site, as it is printed' }),
  webHref: z
    .string()
    .regex(/^https?:\/\/[^\s<>"']+$/, 'an address is written “https://…”')
    .optional()
    .meta({ description: 'where `web` leads' }),
  authorUnit: z.string().optional().meta({ description: 'the office that writes' }),
  isbn: z.string().optional().meta({ description: 'ISBN, where the notes share one' }),
  licence: z.string().optional().meta({ description: 'the sentence on quoting the note' }),
  download: z.string().optional().meta({ description: 'the sentence on where the note can be fetched' }),
});

export const themeSchema = z.strictObject({
  name: z.string().min(1).meta({ description: 'what the theme is called' }),
  publisher: publisherSchema.optional().meta({ description: 'who publishes; a scenario may say otherwise' }),
  logo: relativeFile
    .optional()
    .meta({ description: 'an SVG drawing beside the theme, for the cover and the web page' }),
  footer: z.string().optional().meta({ description: 'the line at the foot of every page; the title when left out' }),
  cover: z.enum(['full', 'plain']).default('full').meta({ description: 'a coloured page, or white paper with a band' }),
  font: z
    .strictObject({
      family: familyName.meta({ description: 'what the family is called', examples: ['Source Sans 3'] }),
      faces: z
        .array(faceSchema)
        .min(1)
        .meta({ description: 'one for each weight and slant; upright 400 must be there' }),
    })
    .meta({ description: 'the type of the notes and the web page; its files go into both' }),
  colours: colourSchema.meta({ description: 'the colours on paper, and of the web page on a light screen' }),
  dark: darkColourSchema.partial().optional().meta({
    description: 'the colours of the web page on a dark screen; those left out are made from `colours`',
  }),
});

export type ThemeFile = z.infer<typeof themeSchema>;
export type FontFace = z.infer<typeof faceSchema>;
export type ThemeColours = z.infer<typeof colourSchema>;
export type DarkColours = z.infer<typeof darkColourSchema>;

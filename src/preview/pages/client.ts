/**
 * What a page of the preview does by itself: it brings its parts up to date when the preview says that something changed. The function
 * is sent to the browser as text, so it can use nothing from this file. Declared here is what of the browser's world it touches.
 */

interface ClientNode {
  readonly innerHTML: string;
  readonly childNodes: Iterable<ClientNode>;
  readonly dataset: Record<string, string | undefined>;
  readonly id: string;
  hidden: boolean;
  getAttributeNames(): readonly string[];
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): ClientNode | null;
  replaceChildren(...nodes: readonly ClientNode[]): void;
}
interface ClientLink {
  readonly hash: string;
  target: string;
  rel: string;
  getAttribute(name: string): string | null;
}
interface ClientFrame extends ClientNode {
  readonly contentDocument: { querySelectorAll(selector: string): Iterable<ClientLink> } | null;
  readonly contentWindow: {
    readonly scrollX: number;
    readonly scrollY: number;
    scrollTo(x: number, y: number): void;
  } | null;
  onload: (() => void) | null;
}
interface ClientDocument {
  title: string;
  readonly documentElement: ClientNode;
  readonly activeElement: ClientNode | null;
  getElementById(id: string): ClientNode | null;
  querySelectorAll(selector: string): Iterable<ClientNode>;
}
declare const document: ClientDocument;
/** `pdfViewerEnabled` is missing in browsers of before 2022. */
declare const navigator: { readonly pdfViewerEnabled?: boolean };
declare const location: { readonly href: string; reload(): void };
declare const DOMParser: new () => { parseFromString(html: string, type: 'text/html'): ClientDocument };
declare const EventSource: new (
  address: string,
) => {
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  addEventListener(kind: string, listener: () => void): void;
};
declare function fetch(address: string): Promise<{ text(): Promise<string> }>;

export function followPreview(): void {
  const lost = document.getElementById('lost');
  let isBusy = false;
  let isAgain = false;

  /** Parts whose content is the same stay as they are, so that focus and what a screen reader says are left alone. */
  const bringUpToDate = (page: ClientDocument) => {
    document.title = page.title;
    for (const part of document.querySelectorAll('[data-live]')) {
      const now = page.getElementById(part.id);
      if (now === null) continue;
      if (now.innerHTML !== part.innerHTML) part.replaceChildren(...now.childNodes);
      for (const name of now.getAttributeNames()) part.setAttribute(name, now.getAttribute(name) ?? '');
    }
    for (const pane of document.querySelectorAll('[data-version]')) {
      const now = page.getElementById(pane.id);
      if (now === null || now.dataset.version === pane.dataset.version) continue;
      const scroll = (pane.querySelector('iframe[sandbox]') as ClientFrame | null)?.contentWindow;
      const place = { x: scroll?.scrollX ?? 0, y: scroll?.scrollY ?? 0 };
      pane.replaceChildren(...now.childNodes);
      pane.dataset.version = now.dataset.version;
      settle(pane, place);
    }
  };

  /** The PDF is shown where the browser can; where it cannot, the page says so and links it. */
  const showPdf = (pane: ClientNode) => {
    const frame = pane.querySelector('iframe[data-src]');
    const instead = pane.querySelector('.none');
    if (frame === null || instead === null || navigator.pdfViewerEnabled === false) return;
    frame.setAttribute('src', frame.getAttribute('data-src') ?? '');
    frame.hidden = false;
    instead.hidden = true;
  };

  /** Links of a note lead out of its frame; a note that is loaded anew stands where it stood. */
  const settle = (pane: ClientNode, place: { readonly x: number; readonly y: number }) => {
    showPdf(pane);
    const frame = pane.querySelector('iframe[sandbox]') as ClientFrame | null;
    if (frame === null) return;
    const arrange = () => {
      frame.contentWindow?.scrollTo(place.x, place.y);
      for (const link of frame.contentDocument?.querySelectorAll('a[href]') ?? []) {
        if (link.getAttribute('href')?.startsWith('#')) continue;
        link.target = '_blank';
        link.rel = 'noopener';
      }
    };
    frame.onload = arrange;
    arrange();
  };

  const refresh = async () => {
    const response = await fetch(location.href).catch(() => undefined);
    if (response === undefined) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (page.documentElement.dataset.page === document.documentElement.dataset.page) bringUpToDate(page);
    else location.reload();
  };

  /** One at a time; what comes meanwhile makes one more. */
  const wake = async () => {
    isAgain = true;
    if (isBusy) return;
    isBusy = true;
    while (isAgain) {
      isAgain = false;
      await refresh();
    }
    isBusy = false;
  };

  for (const pane of document.querySelectorAll('[data-version]')) settle(pane, { x: 0, y: 0 });
  const source = new EventSource('/events');
  source.addEventListener('change', () => void wake());
  source.onopen = () => {
    if (lost !== null) lost.hidden = true;
    // What changed before the line stood is not told again.
    void wake();
  };
  source.onerror = () => {
    if (lost !== null) lost.hidden = false;
  };
}

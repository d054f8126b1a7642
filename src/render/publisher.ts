/** Who publishes the note: what the scenario says, over what the theme says. */
import { UserError } from '../problem/problem.ts';
import type { PublisherView } from '../report/view.types.ts';
import type { CheckedScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';

/** Key by key; a note that nobody publishes is refused at the scenario's title. */
export function publisherOf({ scenario, located }: CheckedScenario, theme: PublisherView | undefined): PublisherView {
  const merged = mergedPublisher(scenario.publisher, theme);
  if (hasName(merged)) return merged;
  throw new UserError([
    {
      severity: 'error',
      code: 'key-missing',
      message: 'the note has no publisher',
      place: located.locate(scenario.publisher === undefined ? ['title'] : ['publisher'], 'key'),
      hint: 'add `publisher:` with `name:`, or use a theme that names one',
    },
  ]);
}

type Unnamed = Partial<PublisherView> & Omit<PublisherView, 'name'>;

/** What `publisher:` says over what is said anyway; it may be that neither gives a name. */
export function mergedPublisher(written: Scenario['publisher'], beneath: PublisherView | undefined): Unnamed {
  const { address, ...own } = written ?? {};
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return {
    addressLines: [],
    ...beneath,
    ...given,
    ...(address && { addressLines: address }),
    ...(own.web && { webHref: /^https?:/.test(own.web) ? own.web : `https://${own.web}` }),
  };
}

function hasName(publisher: Unnamed): publisher is PublisherView {
  return publisher.name !== undefined;
}

/** What the chosen layout needs, and the rounding ladder. */
import type { Findings } from './report.ts';

export function checkPublication(findings: Findings): void {
  const { scenario } = findings;
  if (scenario.layout === 'notat' && scenario.text?.sections === undefined) {
    findings.value(
      'key-missing',
      ['layout'],
      'the layout “notat” prints the sections of the author, and there are none',
      'add `text:` with `sections:`, each with `title:` and `text:`',
    );
  }
  if (scenario.layout === 'omkostningsvurdering' && scenario.teams === undefined) {
    findings.value(
      'key-missing',
      ['layout'],
      'the layout “omkostningsvurdering” prints the cost per completed participant, and the scenario has no `teams`',
      'add `teams:`, or choose `layout: notat`',
    );
  }
  if (scenario.costs === undefined && scenario.training === undefined && scenario.equipment === undefined) {
    findings.value('key-missing', [], 'the scenario has no costs', 'add `costs:`, `training:` or `equipment:`');
  }
  checkRounding(findings);
  checkSections(findings);
}

function checkRounding(findings: Findings): void {
  const steps = findings.scenario.rounding ?? [];
  steps.forEach((step, place) => {
    const earlier = steps[place - 1];
    if (step.to <= 0) {
      findings.value(
        'value-impossible',
        ['rounding', place, 'to'],
        'a rounding step must be above zero',
        'write 1 to round to whole kroner',
      );
    }
    if (earlier !== undefined && step.from <= earlier.from) {
      findings.value(
        'range-reversed',
        ['rounding', place, 'from'],
        'the steps must come in rising order',
        'sort them by `from`, lowest first',
      );
    }
  });
}

function checkSections(findings: Findings): void {
  const seen = new Set<string>();
  findings.scenario.text?.sections?.forEach((section, place) => {
    if (section.id === undefined) return;
    if (seen.has(section.id)) {
      findings.value(
        'name-taken',
        ['text', 'sections', place, 'id'],
        `two sections have the id “${section.id}”`,
        'give one of them another',
      );
    }
    seen.add(section.id);
  });
}

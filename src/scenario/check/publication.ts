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
  if (scenario.layout === 'omkostningsvurdering' && Object.keys(scenario.teams ?? {}).length === 0) {
    findings.value(
      'key-missing',
      ['layout'],
      'the layout “omkostningsvurdering” prints the cost per completed participant, and the scenario has no `teams`',
      'add `teams:`, or choose `layout: notat`',
    );
  }
  if (scenario.layout === 'kort' && scenario.lists === true) {
    findings.value(
      'key-conflict',
      ['lists'],
      'the layout “kort” has no contents, and so no lists of tables and figures',
      'leave `lists` out, or choose another layout',
    );
  }
  const lines = [scenario.costs, scenario.training, scenario.equipment].flatMap((block) => Object.keys(block ?? {}));
  if (lines.length === 0) {
    findings.value('key-missing', [], 'the scenario has no costs', 'add `costs:`, `training:` or `equipment:`');
  }
  checkRounding(findings);
  checkSections(findings);
  checkProse(findings);
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
    if (step.to > Math.max(step.from, 1000)) {
      findings.value(
        'value-impossible',
        ['rounding', place, 'to'],
        'rounded to steps above the amount itself, figures would be printed as 0',
        'round to a smaller step than `from`',
      );
    }
    if (step.to > 0 && !Number.isInteger(step.to)) {
      const message = 'figures are rounded to whole kroner at least';
      findings.value('value-impossible', ['rounding', place, 'to'], message, 'write 1, 10, 100 …');
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

/** `summary: text.md` would print “text.md”. */
function checkProse(findings: Findings): void {
  const { text } = findings.scenario;
  const slots = Object.entries(text ?? {}).map(([slot, prose]) => ({ prose, path: ['text', slot] }));
  const sections = (text?.sections ?? []).map(({ text: prose }, place) => ({
    prose,
    path: ['text', 'sections', place, 'text'],
  }));
  for (const { prose, path } of [...slots, ...sections]) {
    if (typeof prose !== 'string' || !/^\S+\.md$/.test(prose.trim())) continue;
    const message = `“${prose.trim()}” would be printed as it stands`;
    findings.value('value-impossible', path, message, `to print what is in the file, write { file: ${prose.trim()} }`);
  }
}

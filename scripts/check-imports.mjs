// Checks the arrows between folders. A cruise that finds no module checks nothing, so it fails.
import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const config = await extractConfig('./.dependency-cruiser.cjs');
const { output, exitCode } = await cruise(
  ['src'],
  {
    ...config.options,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
    outputType: 'json',
  },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const { summary } = JSON.parse(output);

for (const { rule, from, to } of summary.violations) {
  console.error(`${rule.name}: ${from} imports ${to}`);
}
console.error(`${summary.totalCruised} modules, ${summary.violations.length} arrows wrong`);
if (summary.totalCruised === 0 || summary.violations.length > 0 || exitCode > 0) {
  process.exit(1);
}

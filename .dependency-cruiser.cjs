/** The few arrows that hold the program together; docs/architecture.md draws them. */
const outside = (...folders) => `^src/(?!(${folders.join('|')})(/|\\.))`;

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      comment: 'core imports nothing of ours and nothing that touches the world; zod checks data',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '.', pathNot: '^(src/core/|node_modules/zod/)' },
    },
    {
      name: 'tensorflow-only-in-engine',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/engine/' },
      to: { path: 'node_modules/@tensorflow/' },
    },
    {
      name: 'sharp-only-where-pictures-are-coded',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/vision/(decode|preview|encode)\\.ts$' },
      to: { path: 'node_modules/sharp/' },
    },
    {
      name: 'ink-only-on-screen',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(ui|screens)' },
      to: { path: 'node_modules/(ink|ink-[a-z-]+|react|terminal-image)/' },
    },
    {
      name: 'the-app-asks-the-host',
      comment: 'screens and stores reach data, engine and models through the host client alone',
      severity: 'error',
      from: { path: '^src/(ui|screens|state)/' },
      to: { path: '^src/(dataset|vision|training|engine/(native|portable|open))' },
    },
    {
      name: 'nothing-calls-the-screens',
      severity: 'error',
      from: { path: outside('screens', 'main') },
      to: { path: '^src/screens/' },
    },
    {
      name: 'the-engine-knows-the-network-alone',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { path: '^src/(host|cli|ui|screens|state|dataset|vision|training)/' },
    },
    {
      name: 'data-and-models-stand-alone',
      severity: 'error',
      from: { path: '^src/(dataset|vision|model)/' },
      to: { path: '^src/(host|cli|ui|screens|state|engine|training)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};

// Loaded with --import before every script. Plain JavaScript on purpose: an older Node would stop at the
// first `.ts` file with a message about file extensions that helps nobody.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `League Desk's scripts need Node 24, this is Node ${process.versions.node}. ` +
      'Run them through npm after `npm ci`, which brings Node 24 along; where install scripts are switched off, run `npm rebuild node` first.',
  );
  process.exit(1);
}

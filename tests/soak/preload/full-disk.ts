import Database from 'better-sqlite3';

// Loaded into the program with --import: the books may grow by `room` pages, then every write fails as it does on a
// full disk. SQLite itself refuses, at whatever statement it happens to be.
const room = Number(new URL(import.meta.url).searchParams.get('room'));
const { pragma } = Database.prototype;

Database.prototype.pragma = function (this: Database.Database, source: string, options?: Database.PragmaOptions) {
  const answer = pragma.call(this, source, options);
  if (/^\s*journal_mode\s*=\s*wal/i.test(source)) {
    const pages = Number(pragma.call(this, 'page_count', { simple: true }));
    if (pages > 1) pragma.call(this, `max_page_count = ${pages + room}`);
  }
  return answer;
};

/** Rows of a csv file by its headings; ids as they are, without the mark that keeps a spreadsheet from rounding them. */
export function csvRows(text: string): Record<string, string>[] {
  const [heads, ...rows] = text.replace('\ufeff', '').trimEnd().split('\r\n').map(cellsOf);
  return rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [heads![at]!, cell])));
}

function cellsOf(line: string): string[] {
  const betweenCells = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;
  return line.split(betweenCells).map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"').replace(/^\t/, ''));
}

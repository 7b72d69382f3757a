import type { ReactNode } from 'react';

export interface FigureRow {
  key: string;
  name: ReactNode;
  cells: readonly ReactNode[];
}

/** A small plain table: names at the start, figures right-aligned. */
export function FigureTable({ heads, rows }: { heads: readonly string[]; rows: readonly FigureRow[] }) {
  const [first, ...others] = heads;
  return (
    <table className="ld-grid ld-grid--dense">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((head) => (
            <th key={head} scope="col" className="ld-grid__end">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {row.cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their place under their head
              <td key={at} className="ld-grid__end">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

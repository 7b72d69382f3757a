import { Fragment } from 'react';
import './key-list.css';

/** Keys and what they do, one a line: `<KeyList keys={[[['J', '↓'], '下一行']]} />`. */
export function KeyList({ keys }: { keys: readonly (readonly [keys: readonly string[], words: string])[] }) {
  return (
    <dl className="ld-keys">
      {keys.map(([pressed, words]) => (
        <Fragment key={words}>
          <dt>
            {pressed.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

import { Fragment, type ReactNode } from 'react';

/** Names and values of one thing: `<FactList facts={[['AppID', <IdText …/>]]} />`; `numbers` aligns values right. */
export function FactList({
  facts,
  numbers = false,
}: {
  facts: readonly (readonly [string, ReactNode])[];
  numbers?: boolean;
}) {
  return (
    <dl className={`ld-facts${numbers ? ' ld-facts--numbers' : ''}`}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

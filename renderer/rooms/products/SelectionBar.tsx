import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/product.ts';
import { ActionBar } from '../../parts/ActionBar.tsx';
import type { Selection } from '../../parts/index.ts';
import { useUnlist } from '../listings/use-unlist.tsx';
import { productKeyOf } from './product-identity.ts';

interface Props {
  selection: Selection<ProductRow>;
  onClear: () => void;
  onList: () => void;
}

/** What can be done with the chosen products, of this page of rows and of those scrolled away. */
export function SelectionBar({ selection, onClear, onList }: Props) {
  const { t } = useTranslation('products');
  const unlist = useUnlist(onClear);
  const listed = [...selection.values()].filter((product) => product.listed);
  return (
    <ActionBar
      count={selection.size}
      note={listed.length ? t('action.unlist_listed', { count: listed.length }) : null}
      onClear={onClear}
    >
      {listed.length ? (
        <Button loading={unlist.pending} onClick={() => void unlist.run(listed.map(productKeyOf))}>
          {t('action.unlist', { count: listed.length })}
        </Button>
      ) : null}
      <Button type="primary" onClick={onList}>
        {t('action.list', { count: selection.size })}
      </Button>
    </ActionBar>
  );
}

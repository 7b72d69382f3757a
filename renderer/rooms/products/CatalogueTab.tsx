import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/product.ts';
import { usePages } from '../../app/client/index.ts';
import { goTo, useFilters } from '../../app/router/address.ts';
import { type Column, EmptyState, type Selection, useShownColumns, VirtualTable } from '../../parts/index.ts';
import { CatalogueFilters } from './CatalogueFilters.tsx';
import { isFiltered, NO_CONDITIONS, readCatalogue, sortOf } from './catalogue-question.ts';
import { productText } from './product-identity.ts';
import { SelectionBar } from './SelectionBar.tsx';

const PAGE_ROWS = 100;
const NONE: Selection<ProductRow> = new Map();

interface Props {
  columns: readonly Column<ProductRow>[];
  openKey: string | null;
  onOpen: (product: ProductRow) => void;
  onList: (products: ProductRow[], done: () => void) => void;
}

/** Every product under every plan, to look through and to put on the shelf. */
export function CatalogueTab({ columns: all, openKey, onOpen, onList }: Props) {
  const { t } = useTranslation('products');
  const { params, set } = useFilters();
  const text = params.toString();
  const question = useMemo(() => readCatalogue(new URLSearchParams(text)), [text]);
  const pages = usePages('product.list', { ...question, limit: PAGE_ROWS });
  const columns = useShownColumns('products', all);
  const [selection, setSelection] = useState(NONE);
  const clear = () => setSelection(NONE);
  return (
    <>
      <CatalogueFilters question={question} onChange={set} />
      <VirtualTable
        label={t('title')}
        source={pages}
        columns={columns}
        rowKey={productText}
        rowHeight={48}
        onOpen={onOpen}
        openKey={openKey}
        sort={sortOf(question)}
        onSort={({ by, direction }) => set({ sort: `${by}.${direction}` })}
        selection={selection}
        onSelect={setSelection}
        empty={
          isFiltered(question) ? (
            <EmptyState
              title={t('empty.filtered')}
              text={t('empty.filtered_hint')}
              action={<Button onClick={() => set(NO_CONDITIONS)}>{t('filter.clear')}</Button>}
            />
          ) : (
            <EmptyState
              title={t('empty.none')}
              text={t('empty.none_hint')}
              action={<Button onClick={() => goTo('partnerships')}>{t('empty.to_partnerships')}</Button>}
            />
          )
        }
      />
      {selection.size ? (
        <SelectionBar selection={selection} onClear={clear} onList={() => onList([...selection.values()], clear)} />
      ) : null}
    </>
  );
}

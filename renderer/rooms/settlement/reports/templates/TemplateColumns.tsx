import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, HolderOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportColumn } from '../../../../../shared/contract/report.ts';
import { Tag } from '../../../../parts/index.ts';
import { moved, renamed, type TemplateDraft, unusedColumns, without } from './template-draft.ts';

interface Props {
  columns: TemplateDraft['columns'];
  offered: readonly ReportColumn[];
  onChange: (columns: TemplateDraft['columns']) => void;
}

/** The columns of a template in their order, each with its heading. Dragged by the handle, or moved with Alt and arrows. */
export function TemplateColumns({ columns, offered, onChange }: Props) {
  const { t } = useTranslation('report');
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<{ key: string; to: number } | null>(null);
  const known = new Map(offered.map((column) => [column.key, column]));
  const rows = dragged ? moved(columns, dragged.key, dragged.to) : columns;
  const unused = unusedColumns(columns, offered);

  const placeAt = (y: number): number => {
    const items = [...(list.current?.children ?? [])];
    const under = items.findIndex((item) => y < item.getBoundingClientRect().bottom);
    return under < 0 ? items.length - 1 : under;
  };
  const onKeyDown = (event: KeyboardEvent, key: string, place: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    onChange(moved(columns, key, place + by));
  };

  return (
    <>
      <ul ref={list} className="ld-template-columns">
        {rows.map(({ key, title }, place) => {
          const column = known.get(key);
          const usual = column?.title ?? key;
          return (
            <li key={key} className={dragged?.key === key ? 'ld-template-column--dragged' : ''}>
              <span
                className="ld-columns__handle"
                aria-hidden
                title={t('template.drag')}
                onPointerDown={(event) => {
                  if (event.button !== 0) return;
                  event.preventDefault();
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDragged({ key, to: place });
                }}
                onPointerMove={(event) => {
                  const to = placeAt(event.clientY);
                  if (dragged?.key === key && to !== dragged.to) setDragged({ key, to });
                }}
                onPointerUp={() => {
                  if (dragged) onChange(moved(columns, dragged.key, dragged.to));
                  setDragged(null);
                }}
                onPointerCancel={() => setDragged(null)}
              >
                <HolderOutlined />
              </span>
              <Input
                size="small"
                value={title}
                maxLength={60}
                status={title.trim() === '' ? 'error' : ''}
                aria-label={`${t('template.heading')} ${usual}`}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onKeyDown={(event) => onKeyDown(event, key, place)}
                onChange={(event) => onChange(renamed(columns, key, event.target.value))}
              />
              <span className="ld-faint ld-ellipsis" title={usual}>
                {title === usual ? '' : usual}
              </span>
              {column?.needed ? <Tag>{t('template.needed')}</Tag> : <span />}
              <span className="ld-template-column__ways">
                <Button
                  size="small"
                  type="text"
                  icon={<UndoOutlined />}
                  disabled={title === usual}
                  aria-label={`${t('template.reset_heading')} ${usual}`}
                  onClick={() => onChange(renamed(columns, key, usual))}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowUpOutlined />}
                  disabled={place === 0}
                  aria-label={t('template.up', { column: usual })}
                  onClick={() => onChange(moved(columns, key, place - 1))}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowDownOutlined />}
                  disabled={place === rows.length - 1}
                  aria-label={t('template.down', { column: usual })}
                  onClick={() => onChange(moved(columns, key, place + 1))}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<CloseOutlined />}
                  disabled={column?.needed ?? false}
                  aria-label={t('template.take_out', { column: usual })}
                  onClick={() => onChange(without(columns, key))}
                />
              </span>
            </li>
          );
        })}
      </ul>
      <Select
        size="small"
        className="ld-template-add"
        value={null}
        disabled={unused.length === 0}
        placeholder={t(unused.length === 0 ? 'template.all_used' : 'template.add')}
        aria-label={t('template.add')}
        showSearch={{ optionFilterProp: 'label' }}
        options={unused.map(({ key, title }) => ({ value: key, label: title }))}
        onChange={(key: string | null) => {
          const column = unused.find((one) => one.key === key);
          if (column) onChange([...columns, { key: column.key, title: column.title }]);
        }}
      />
    </>
  );
}

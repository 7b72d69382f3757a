import { BarChartOutlined, PictureOutlined, TableOutlined } from '@ant-design/icons';
import { App, Button, Segmented, Tooltip } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../Panel.tsx';
import { Chart, type ChartOption, type Pick } from './Chart.tsx';
import { useChartColours } from './colours.ts';
import type { Engine } from './engine.ts';
import { fileName, offerFile, pictureOf } from './picture.ts';

/**
 * A picture, the same figures as a table, and the picture as a file. `note` stands below the picture in the file: what
 * was asked for and up to when it is known.
 */
export function ChartPanel({
  title,
  label,
  note,
  option,
  height = 300,
  onPick,
  extra,
  hint,
  table,
}: {
  title: string;
  label: string;
  note: string;
  option: ChartOption;
  height?: number | string;
  onPick?: (pick: Pick) => void;
  extra?: ReactNode;
  hint?: ReactNode;
  table: ReactNode;
}) {
  const { t } = useTranslation('analysis');
  const { message } = App.useApp();
  const colours = useChartColours();
  const engine = useRef<Engine | null>(null);
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  const save = async () => {
    if (!engine.current) return;
    try {
      offerFile(await pictureOf(engine.current, title, note, colours), fileName(`${title}.png`));
    } catch {
      message.error(t('picture.failed'));
    }
  };
  return (
    <Panel
      title={title}
      extra={
        <div className="ld-picture__tools">
          {extra}
          <Segmented
            size="small"
            aria-label={t('picture.as')}
            value={as}
            onChange={setAs}
            options={[
              { value: 'picture', icon: <BarChartOutlined />, label: t('picture.picture') },
              { value: 'table', icon: <TableOutlined />, label: t('picture.table') },
            ]}
          />
          <Tooltip title={t('picture.save_hint')}>
            <Button size="small" icon={<PictureOutlined />} disabled={as === 'table'} onClick={() => void save()}>
              PNG
            </Button>
          </Tooltip>
        </div>
      }
    >
      {hint ? <p className="ld-picture__hint">{hint}</p> : null}
      {as === 'table' ? (
        <div className="ld-picture__table" style={{ maxHeight: height }}>
          {table}
        </div>
      ) : (
        <Chart label={label} option={option} height={height} engine={engine} {...(onPick ? { onPick } : {})} />
      )}
    </Panel>
  );
}

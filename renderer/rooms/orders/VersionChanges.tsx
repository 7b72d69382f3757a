import { ArrowRightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { OrderVersion } from '../../../shared/contract/order.ts';
import { Instant } from '../../parts/Instant.tsx';
import { Money } from '../../parts/Money.tsx';
import { Rate } from '../../parts/Rate.tsx';
import { CommissionStatusTag, OrderStatusTag } from '../../parts/StatusTag.tsx';
import { type ChangeValue, nameChange, readChange } from './change-reading.ts';

/** Field by field, before and after; fields nobody has named are shown by their path. */
export function VersionChanges({ changes }: { changes: OrderVersion['changes'] }) {
  return (
    <table className="ld-changes">
      <tbody>
        {changes.map((change) => (
          <tr key={change.path}>
            <th scope="row" title={change.path}>
              <ChangeName path={change.path} />
            </th>
            <td>
              <Value value={readChange(change.path, change.before)} />
            </td>
            <td className="ld-faint">
              <ArrowRightOutlined />
            </td>
            <td>
              <Value value={readChange(change.path, change.after)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangeName({ path }: { path: string }) {
  const { t } = useTranslation('orders');
  const { party, field } = nameChange(path);
  if (!field) return <code>{path}</code>;
  return (
    <>
      {party ? `${t(`chain.${party}`)} · ` : ''}
      {t(`change.${field}`)}
    </>
  );
}

function Value({ value }: { value: ChangeValue }) {
  const { t } = useTranslation('orders');
  switch (value.kind) {
    case 'money':
      return <Money fen={value.fen} />;
    case 'rate':
      return <Rate ppm={value.ppm} />;
    case 'instant':
      return <Instant at={value.unix} as="second" />;
    case 'order_status':
      return <OrderStatusTag code={value.code} />;
    case 'commission_status':
      return <CommissionStatusTag code={value.code} />;
    case 'absent':
      return <span className="ld-faint">{t('version.absent')}</span>;
    case 'text':
      return <span className="ld-changes-text">{value.text}</span>;
  }
}

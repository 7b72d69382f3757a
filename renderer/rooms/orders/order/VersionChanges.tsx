import { ArrowRightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { OrderVersion } from '../../../../shared/contract/order.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { Money } from '../../../parts/Money.tsx';
import { Rate } from '../../../parts/Rate.tsx';
import { CommissionStatusTag, OrderStatusTag } from '../../../parts/StatusTag.tsx';
import { byWeight, type ChangeValue, nameChange, readChange } from './change-reading.ts';

/** Field by field, before and after; fields nobody has named are shown by their path. */
export function VersionChanges({ changes }: { changes: OrderVersion['changes'] }) {
  return (
    <table className="ld-changes">
      <tbody>
        {byWeight(changes).map((change) => (
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

/** What a path is called; one nobody has named goes by itself, unless the path stands beside it anyway. */
export function ChangeName({ path, bare = false }: { path: string; bare?: boolean }) {
  const { t } = useTranslation('orders');
  const { party, field } = nameChange(path);
  if (!field) return bare ? null : <code>{path}</code>;
  return (
    <>
      {party ? `${t(`chain.role.${party}`)} · ` : ''}
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

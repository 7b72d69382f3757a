import { Tooltip } from 'antd';
import { Absent } from './Absent.tsx';

/** One line of a longer text (a product's title), whole on hover. */
export function EllipsisText({ text }: { text: string | null | undefined }) {
  if (!text) return <Absent />;
  return (
    <Tooltip title={text} placement="topLeft" mouseEnterDelay={0.4}>
      <span className="ld-ellipsis">{text}</span>
    </Tooltip>
  );
}

import { FileExcelOutlined, FileTextOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShowItem } from '../../parts/use-show-item.ts';

/** Written files by name, each shown in its folder on request. */
export function FileList({ files }: { files: readonly string[] }) {
  const { t } = useTranslation('settlement');
  const show = useShowItem();
  return (
    <ul className="ld-files">
      {files.map((file) => (
        <li key={file} title={file}>
          {file.endsWith('.xlsx') ? <FileExcelOutlined /> : <FileTextOutlined />}
          <span className="ld-ellipsis">{file.split(/[\\/]/).at(-1)}</span>
          <Button size="small" type="text" icon={<FolderOpenOutlined />} onClick={() => show(file)}>
            {t('report.show')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
